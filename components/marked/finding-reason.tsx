import { findingTextKey } from '@/components/findings/kept-finding-reasons';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/text-input';
import { complaintIn } from '@/lib/domain/field-errors';
import type { EntryFinding } from '@/lib/domain/findings/check';
import { reasonInput } from '@/lib/domain/inputs';
import type { MarkedEntry } from '@/lib/domain/marked/marking';
import { fieldErrorMessage } from '@/lib/text/errors';
import { ruleText, findingsText as text } from '@/lib/text/findings/findings';

/** The reasons that were typed for warnings of marked entries, by entry and warning. */
export type TypedReasons = Readonly<Partial<Record<string, string>>>;
export const typedKey = (entryId: string, finding: EntryFinding): string => `${entryId} ${findingTextKey(finding)}`;
export const isTypedFor = ({ id }: Pick<MarkedEntry, 'id'>, key: string): boolean => key.startsWith(`${id} `);

type FindingReasonProps = {
  entry: MarkedEntry;
  finding: EntryFinding;
  typed: TypedReasons;
  onTyped: (key: string, reason: string) => void;
};

/** Why one entry's warning stays. */
export function FindingReason({ entry, finding, typed, onTyped }: FindingReasonProps) {
  const key = typedKey(entry.id, finding);
  const label = text.reasonFor(ruleText[finding.rule].name);
  const reason = typed[key] ?? '';
  const wrong = reason === '' ? undefined : complaintIn(reasonInput.safeParse(reason).error);
  return (
    <Field
      id={`reason ${key}`.replace(/\s+/g, '-')}
      label={
        <>
          {label}
          <span className="sr-only">（{entry.name}）</span>
        </>
      }
      required
      error={wrong && fieldErrorMessage(label, wrong)}
      className="me-2 mt-1 mb-2"
    >
      {(control) => (
        <Textarea {...control} rows={1} value={reason} onChange={({ target }) => onTyped(key, target.value)} />
      )}
    </Field>
  );
}
