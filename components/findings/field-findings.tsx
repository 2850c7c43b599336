import { Button } from '@/components/ui/button';
import { writeText } from '@/components/ui/write-text';
import type { EntryFinding } from '@/lib/domain/findings/check';
import type { EntryPlace } from '@/lib/domain/findings/finding';
import { type FindingReason, isAllowed, reasonFor } from '@/lib/domain/findings/finding-reasons';
import { findingPlaceText, findingsText } from '@/lib/text/findings/findings';
import { FindingItem, findingKey } from './finding-list';

/** Marks it in its field. @returns whether it is still there: somebody may have typed on. */
export function openFinding({ place, span, found }: EntryFinding): boolean {
  const field = document.getElementById(place);
  field?.focus();
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return false;
  if (!span || field.value.slice(span.start, span.end) !== found) return false;
  field.setSelectionRange(span.start, span.end);
  return true;
}

function replace(finding: EntryFinding): void {
  if (openFinding(finding)) writeText(finding.expected ?? '');
}

/** Of several words people choose themselves. */
const isOneWord = ({ span, expected }: EntryFinding): boolean => span !== null && !/^$|、/.test(expected ?? '');

type FieldFindingsProps = {
  places: readonly EntryPlace[];
  findings: readonly EntryFinding[];
  /** Of them, what an administrator has let stand shows as that. */
  reasons: readonly FindingReason[];
};

/** Beside its field: what is wrong or odd with it, and what would be right, at a press. */
export function FieldFindings({ places, findings, reasons }: FieldFindingsProps) {
  const own = findings.filter(({ place }) => places.includes(place));
  if (own.length === 0) return null;
  const allowed = reasons.filter(isAllowed);
  return (
    <ul aria-label={findingsText.title} className="grid grid-cols-1 gap-3 text-dns-14N-130 print:hidden">
      {own.map((finding) => (
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
