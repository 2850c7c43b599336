import type { DocumentDifferences } from '@/lib/domain/edition/difference';
import type { EditionKind, EditionName } from '@/lib/domain/edition/edition';
import { differencesText as text } from '@/lib/text/edition/differences';
import { DifferenceTables } from './difference-table';

/** Longer lists are folded: the page goes on below them. */
const MOST_SHOWN = 20;

type ChangesSinceProps = {
  next: EditionKind;
  changes: { previous: EditionName; documents: DocumentDifferences[] } | null;
};

/** What the edition that is to be published has that the one before it has not. */
export function ChangesSince({ next, changes }: ChangesSinceProps) {
  const count = changes?.documents.reduce((sum, { differences }) => sum + differences.length, 0) ?? 0;
  return (
    <section aria-labelledby="changes-since" className="mb-6">
      <h2 id="changes-since" className="text-std-18B-160">
        {text.since}
      </h2>
      {changes === null ? (
        <p>{text.noPrevious}</p>
      ) : (
        <>
          <p>{next === 'corrected' ? text.correctsEdition(changes.previous) : text.sinceEdition(changes.previous)}</p>
          <p className="mb-2">{count === 0 ? text.none : text.count(changes.documents)}</p>
          {count <= MOST_SHOWN ? (
            <DifferenceTables documents={changes.documents} />
          ) : (
            <details>
              <summary className="link w-fit">
                {text.showAll}
                <span aria-hidden="true">▾</span>
              </summary>
              <DifferenceTables documents={changes.documents} />
            </details>
          )}
        </>
      )}
    </section>
  );
}
