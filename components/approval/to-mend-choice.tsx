import { Checkbox, ChoiceGroup } from '@/components/ui/choice-group';
import { FIELDS_TO_MEND, type FieldToMend } from '@/lib/domain/entry/entry-fields';
import { entryFieldText, toMendText } from '@/lib/text/entry/entry';

/** Kept beside the reasons, as one of their texts. */
export const TO_MEND = 'toMend';
export const toMendIn = (kept = ''): FieldToMend[] => FIELDS_TO_MEND.filter((field) => kept.split(' ').includes(field));

type ToMendChoiceProps = { kept: string | undefined; onChange: (kept: string) => void };

/** What a return asks to be mended. */
export function ToMendChoice({ kept, onChange }: ToMendChoiceProps) {
  const chosen = toMendIn(kept);
  const toggle = (field: FieldToMend) =>
    onChange(FIELDS_TO_MEND.filter((of) => chosen.includes(of) !== (of === field)).join(' '));
  return (
    <ChoiceGroup id="to-mend" legend={toMendText.title} required={false}>
      {FIELDS_TO_MEND.map((field) => (
        <Checkbox
          key={field}
          id={`to-mend-${field}`}
          label={entryFieldText[field]}
          checked={chosen.includes(field)}
          onChange={() => toggle(field)}
        />
      ))}
    </ChoiceGroup>
  );
}
