import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { EntryFinding } from '@/lib/domain/findings/check';
import { type FindingReason, isAllowed, reasonFor } from '@/lib/domain/findings/finding-reasons';
import { findingPlaceText, findingsText } from '@/lib/text/findings/findings';
import { FindingCounts, FindingItem, findingKey } from './finding-list';

type FindingsPanelProps = {
  findings: readonly EntryFinding[];
  /** Of them, what an administrator has let stand shows as that. */
  reasons: readonly FindingReason[];
  /** Marks in the field what the finding is about. */
  onOpen?: (finding: EntryFinding) => void;
  /** Writes what is expected in its place. */
  onReplace?: (finding: EntryFinding) => void;
};

/** Of several words people choose themselves. */
const isOneWord = ({ span, expected }: EntryFinding): boolean => span !== null && !/^$|、/.test(expected ?? '');

/** Beside the form: how many there are is said when it changes, each is a way to its field. */
export function FindingsPanel({ findings, reasons, onOpen, onReplace }: FindingsPanelProps) {
  const allowed = reasons.filter(isAllowed);
  const link = (finding: EntryFinding): ReactNode => (
    <a href={`#${finding.place}`} className="link" onClick={onOpen && (() => onOpen(finding))}>
      {findingPlaceText[finding.place]}
    </a>
  );
  return (
    <>
      <p role="status" className="mb-3 text-dns-14N-130">
        <FindingCounts findings={findings} reasons={allowed} />
      </p>
      <ul className="grid grid-cols-1 gap-3 text-dns-16N-130">
        {findings.map((finding) => (
          <FindingItem
            key={findingKey(finding)}
            finding={finding}
            said={reasonFor(finding, allowed)}
            place={link(finding)}
            remedy={
              onReplace && isOneWord(finding) ? (
                <Button onClick={() => onReplace(finding)} className="mt-1 text-start whitespace-normal!">
                  {findingsText.replace(finding.expected ?? '')}
                </Button>
              ) : undefined
            }
          />
        ))}
      </ul>
    </>
  );
}
