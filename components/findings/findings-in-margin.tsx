import { Button } from '@/components/ui/button';
import { writeText } from '@/components/ui/write-text';
import type { EntryFinding } from '@/lib/domain/findings/check';
import { type FindingReason, isAllowed, reasonFor } from '@/lib/domain/findings/finding-reasons';
import { findingPlaceText, findingsText } from '@/lib/text/findings/findings';
import { FindingItem, findingKey } from './finding-list';
import { openFinding } from './open-finding';

function replace(finding: EntryFinding): void {
  if (openFinding(finding)) writeText(finding.expected ?? '');
}

/** Of several words people choose themselves. */
const isOneWord = ({ span, expected }: EntryFinding): boolean => span !== null && !/^$|、/.test(expected ?? '');

type FindingsInMarginProps = { findings: readonly EntryFinding[]; reasons: readonly FindingReason[] };

/** Beside its field: what is wrong or odd with it, and what would be right, at a press. */
export default function FindingsInMargin({ findings, reasons }: FindingsInMarginProps) {
  const allowed = reasons.filter(isAllowed);
  return (
    <ul aria-label={findingsText.title} className="grid grid-cols-1 gap-3 text-dns-14N-130 print:hidden">
      {findings.map((finding) => (
        <FindingItem
          key={findingKey(finding)}
          finding={finding}
          said={reasonFor(finding, allowed)}
          place={
            <a href={`#${finding.place}`} className="link" onClick={() => openFinding(finding)}>
              {findingPlaceText[finding.place]}
            </a>
          }
          remedy={
            isOneWord(finding) ? (
              <Button onClick={() => replace(finding)} className="mt-1 text-start whitespace-normal!">
                {findingsText.replace(finding.expected ?? '')}
              </Button>
            ) : undefined
          }
        />
      ))}
    </ul>
  );
}
