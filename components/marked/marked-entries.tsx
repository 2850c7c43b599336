import { FindingItem, findingKey } from '@/components/findings/finding-list';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { isExplicable, isReady, type Submission } from '@/lib/domain/marked/marked';
import type { MarkedAct, MarkedEntry } from '@/lib/domain/marked/marking';
import { entryPaths } from '@/lib/routes';
import { entryFieldText } from '@/lib/text/entry/entry';
import { markedActText, stands, markedText as text } from '@/lib/text/marked/marked';
import { withUnit } from '@/lib/text/totals';
import { uiText } from '@/lib/text/ui';
import { FindingReason, type TypedReasons } from './finding-reason';

type StandsProps = { submission: Submission; href: string };

/** What keeps an entry from being submitted with others. */
function Against({ submission: { missing, errors, unexplained }, href }: StandsProps) {
  const reasons = [
    missing.length > 0 && stands.missing(missing),
    errors > 0 && stands.errors(errors),
    unexplained.length > 0 && stands.unexplained(unexplained.length),
  ].filter(Boolean);
  return (
    <p className="text-dns-14N-130 text-red-900">
      {reasons.join('　')}{' '}
      <a href={href} className="link">
        {text.open}
      </a>
    </p>
  );
}

type MarkedEntriesProps = {
  act: MarkedAct;
  year: number;
  entries: readonly MarkedEntry[];
  submissions: ReadonlyMap<string, Submission>;
  typed: TypedReasons;
  onTyped: (key: string, reason: string) => void;
};

/** Each with its amount, and what is to be said of it. */
export function MarkedEntries({ act, year, entries, submissions, typed, onTyped }: MarkedEntriesProps) {
  return (
    <ScrollRegion
      isTall
      label={markedActText[act].button(entries.length)}
      className="mt-2 max-h-[36dvh] overflow-y-auto"
    >
      <ul className="border-t border-solid-gray-420">
        {entries.map((entry) => {
          const { id, name, amount } = entry;
          const submission = submissions.get(id);
          const warnings = submission?.warnings ?? [];
          return (
            <li key={id} className="border-b border-solid-gray-420 py-1">
              <p className="flex justify-between gap-3 text-dns-16N-130">
                <span>
                  {name}
                  {act === 'approve' && warnings.length > 0 && (
                    <span className="text-dns-14N-130">　{text.warnings(warnings.length)}</span>
                  )}
                </span>
                <span className="whitespace-nowrap">{amount === null ? uiText.notEntered : withUnit(amount)}</span>
              </p>
              {act === 'submit' && submission && !isReady(submission) && (
                <Against submission={submission} href={entryPaths(year, id).confirm} />
              )}
              {act === 'submit' && submission && isExplicable(submission) && warnings.length > 0 && (
                <ul>
                  {warnings.map((finding) => (
                    <FindingItem key={findingKey(finding)} finding={finding} place={entryFieldText[finding.place]}>
                      {submission.asked.includes(finding) && (
                        <FindingReason entry={entry} finding={finding} typed={typed} onTyped={onTyped} />
                      )}
                    </FindingItem>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </ScrollRegion>
  );
}
