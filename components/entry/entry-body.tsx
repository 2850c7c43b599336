import type { ReactNode } from 'react';
import { EntryFindings } from '@/components/findings/finding-list';
import type { EntryField } from '@/lib/domain/entry/entry-fields';
import type { EntryBodyView, EntryView } from '@/lib/domain/entry/entry-view';
import { WAITING } from '@/lib/domain/entry/entry-workflow';
import { reasonFor } from '@/lib/domain/findings/finding-reasons';
import { EntryAmounts } from './entry-amounts';
import { SentBackBanner } from './entry-banners';
import { EntryFacts } from './entry-facts';
import { EntryTexts } from './entry-texts';

type EntryBodyProps = EntryBodyView & {
  entry: EntryView;
  /** Where a field is edited, on the way to submitting it. */
  changeHref?: ((field: EntryField) => string) | undefined;
  /** In place of what is found: what is to be answered. */
  answers?: ReactNode;
};

/** An entry to be read: its amount, what is found in it, its texts, and the rest of its fields. */
export function EntryBody({ entry, findings, since, lastYear, categories, changeHref, answers }: EntryBodyProps) {
  const reasons = entry.findingReasons ?? [];
  // Of a closed year nobody is asked any more.
  const shown = entry.isOpen ? findings : findings.filter((finding) => reasonFor(finding, reasons));
  const isAnswered = WAITING.includes(entry.status) && since !== null;
  return (
    <>
      {!isAnswered && <SentBackBanner {...entry} />}
      <EntryAmounts entry={entry} categories={categories} changeHref={changeHref?.('amount')} />
      {answers ?? <EntryFindings findings={shown} reasons={reasons} className="entry-findings" />}
      <EntryTexts {...{ entry, since, lastYear, changeHref }} />
      <EntryFacts entry={entry} changeHref={changeHref} />
    </>
  );
}
