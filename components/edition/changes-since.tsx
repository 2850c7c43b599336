import { Suspense } from 'react';
import { NotificationBanner } from '@/components/ui/notification-banner';
import type { DocumentDifferences } from '@/lib/domain/edition/difference';
import type { EditionKind, EditionName } from '@/lib/domain/edition/edition';
import type { Result } from '@/lib/domain/result';
import { differencesText as text } from '@/lib/text/edition/differences';
import { errorText } from '@/lib/text/errors';
import { DifferenceTables } from './difference-table';

/** Longer lists are folded: the page goes on below them. */
const MOST_SHOWN = 20;

type ChangesSinceProps = {
  next: EditionKind;
  changes: Promise<{ previous: EditionName; documents: Result<DocumentDifferences[]> } | null>;
};

const Documents = ({ documents }: { documents: readonly DocumentDifferences[] }) => {
  const count = documents.reduce((sum, { differences }) => sum + differences.length, 0);
  return (
    <>
      <p className="mb-2">{count === 0 ? text.none : text.count(documents)}</p>
      {count <= MOST_SHOWN ? (
        <DifferenceTables documents={documents} />
      ) : (
        <details>
          <summary className="link w-fit">
            {text.showAll}
            <span aria-hidden="true">▾</span>
          </summary>
          <DifferenceTables documents={documents} />
        </details>
      )}
    </>
  );
};

async function Found({ next, changes }: ChangesSinceProps) {
  const found = await changes;
  if (found === null) return <p>{text.noPrevious}</p>;
  const { previous, documents } = found;
  if (!documents.ok) return <NotificationBanner kind="error" title={errorText[documents.code]} />;
  return (
    <>
      <p>{next === 'corrected' ? text.correctsEdition(previous) : text.sinceEdition(previous)}</p>
      <Documents documents={documents.value} />
    </>
  );
}

/** What the edition that is to be published has that the one before it has not. */
export const ChangesSince = (props: ChangesSinceProps) => (
  <section aria-labelledby="changes-since" className="mb-6">
    <h2 id="changes-since" className="text-std-18B-160">
      {text.since}
    </h2>
    <Suspense
      fallback={
        <p role="status" className="appear-late">
          {text.comparing}
        </p>
      }
    >
      <Found {...props} />
    </Suspense>
  </section>
);
