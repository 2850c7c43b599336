import { useRef, useState } from 'react';
import { useDeviceCopy } from '@/components/form/use-device-copy';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import { changedFields, sameIn } from '@/lib/domain/draft/draft';
import { hasKind, TYPED_FIELDS } from '@/lib/domain/entry/entry-fields';
import type { EntryFieldsText } from '@/lib/domain/entry/entry-input';
import { entryFieldText } from '@/lib/text/entry/entry';
import { restoreText as text } from '@/lib/text/entry/entry-editor';
import { typedAmountText } from '@/lib/text/entry/typed-amount';
import { formatDateTime } from '@/lib/text/format';

const WRITTEN = TYPED_FIELDS.filter((field) => hasKind(field, 'line', 'prose', 'amount', 'number'));
const same = sameIn({});

export type KeptEditsProps = { keep: string; stored: EntryFieldsText };

/** What was written here and can't be stored as things are: to be copied, until it can be restored or is discarded. */
export function KeptEdits({ keep, stored }: KeptEditsProps) {
  const { found, drop } = useDeviceCopy<EntryFieldsText>({
    keep,
    form: { schema: { shape: {} }, fields: stored },
    textNow: () => ({ version: 0, base: stored, fields: stored, unanswered: [] }),
    isUnsaved: (fields = stored) => changedFields(stored, fields, same).length > 0,
  });
  const box = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const discard = (copy: (typeof found)[number]) => {
    drop(copy);
    setSaid(text.discarded);
    box.current?.focus();
  };
  const banners = found.map((copy) => {
    const written = WRITTEN.filter((field) => !same(field, copy.base[field], copy.fields[field]));
    if (written.length === 0) return null;
    return (
      <NotificationBanner
        key={copy.draftId}
        kind="warning"
        title={text.title(formatDateTime(new Date(copy.at)))}
        className="mt-6 max-w-[46rem]"
        actions={
          <Button variant="text" onClick={() => discard(copy)}>
            {text.discard}
          </Button>
        }
      >
        <p>{text.uneditable}</p>
        <dl className="wrap-anywhere">
          {written.map((field) => (
            <div key={field} className="mt-2">
              <dt className="text-dns-16B-130">{entryFieldText[field]}</dt>
              <dd>{hasKind(field, 'amount') ? typedAmountText(copy.fields[field]) : copy.fields[field]}</dd>
            </div>
          ))}
        </dl>
      </NotificationBanner>
    );
  });
  return (
    <>
      {banners}
      <StatusRegion ref={box} className="mt-6">
        {said && <p>{said}</p>}
      </StatusRegion>
    </>
  );
}
