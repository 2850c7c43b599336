import { useRef, useState } from 'react';
import { TO_MEND, ToMendChoice, toMendIn } from '@/components/approval/to-mend-choice';
import { ProblemBanner } from '@/components/form/problem-banner';
import { Checkbox } from '@/components/ui/choice-group';
import { Dialog } from '@/components/ui/dialog';
import { ErrorText, Field } from '@/components/ui/field';
import { StatusRegion } from '@/components/ui/status-region';
import { Select, Textarea } from '@/components/ui/text-input';
import { complaintIn } from '@/lib/domain/field-errors';
import { reasonInput } from '@/lib/domain/inputs';
import { asksReason, isReady, submissionOf, sumsOf } from '@/lib/domain/marked/marked';
import type { MarkedAct, MarkedEntry, Marking } from '@/lib/domain/marked/marking';
import { fieldErrorMessage } from '@/lib/text/errors';
import { markedActText, markedSum, markedText as text } from '@/lib/text/marked/marked';
import { uiText } from '@/lib/text/ui';
import { type TypedReasons, typedKey } from './finding-reason';
import { MarkedEntries } from './marked-entries';
import type { Said } from './use-marked-act';
import { useMarkedChecks } from './use-marked-checks';

const REASON_ID = 'marked-reason';
const LOOKED_ID = 'marked-looked';
const TO_IDS = { departmentId: 'marked-department', categoryId: 'marked-category' } as const;
const TARGETS = ['departmentId', 'categoryId'] as const;

/** Of the reason of an act, or what a return asks to be mended. */
export type ReasonKey = MarkedAct | typeof TO_MEND;

type MarkedDialogProps = {
  act: MarkedAct;
  entries: readonly MarkedEntry[];
  year: number;
  marking: Marking;
  /** How many of the marked ones the act doesn't take. */
  leftOut: number;
  /** What was typed before. */
  reasons: Partial<Record<ReasonKey, string>>;
  onReason: (key: ReasonKey, reason: string) => void;
  typed: TypedReasons;
  onTyped: (key: string, reason: string) => void;
  onClose: () => void;
  onSend: (entries: readonly MarkedEntry[], said: Said) => void;
};

/** Names what an act is about to be done to, with its sum and what stands against it, and asks what the act needs. */
export function MarkedDialog(props: MarkedDialogProps) {
  const { act, entries, year, marking, leftOut, reasons, onReason, typed, onTyped, onClose, onSend } = props;
  const { button, reason: reasonText } = markedActText[act];
  const { [act]: reason = '', [TO_MEND]: toMend } = reasons;
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const checks = useMarkedChecks(entries, act === 'submit' || act === 'approve');
  const known = checks?.ok ? checks.value : [];
  const submissions = new Map(
    known.map((check) => [check.id, submissionOf(check, (finding) => typed[typedKey(check.id, finding)])]),
  );
  const isTaken = ({ id }: MarkedEntry) => {
    const submission = submissions.get(id);
    return act !== 'submit' || (submission !== undefined && isReady(submission));
  };
  const taken = entries.filter(isTaken);
  const isLookAsked = act === 'submit' && taken.some(({ id }) => (submissions.get(id)?.warnings.length ?? 0) > 0);

  const send = () => {
    const given = new FormData(form.current ?? undefined);
    const value = (id: string) => String(given.get(id) ?? '') || undefined;
    const [departmentId, categoryId] = TARGETS.map((field) => value(TO_IDS[field]));
    const checked = reasonInput.safeParse(reason);
    const code = complaintIn(checked.error);
    const wrong = {
      ...(act === 'move' && !departmentId && !categoryId && { [TO_IDS.departmentId]: text.chooseOne }),
      ...(reasonText && code && { [REASON_ID]: fieldErrorMessage(reasonText.label, code) }),
      ...(isLookAsked && !value(LOOKED_ID) && { [LOOKED_ID]: text.lookFirst }),
    };
    setErrors(wrong);
    const [first] = Object.keys(wrong);
    if (first) return document.getElementById(first)?.focus();
    const answers = new Map(taken.map(({ id }) => [id, submissions.get(id)?.answers ?? []]));
    return onSend(taken, {
      departmentId,
      categoryId,
      ...(asksReason(act) && { reason: checked.data }),
      ...(act === 'return' && { toMend: toMendIn(toMend) }),
      ...(act === 'submit' && { answers }),
    });
  };
  const isWaiting = checks === null && act === 'submit';
  return (
    <Dialog
      isShown
      title={button(taken.length || entries.length)}
      final={taken.length === 0 ? null : button(taken.length)}
      onClose={onClose}
      onConfirm={send}
    >
      <form ref={form} autoComplete="off" onSubmit={(event) => event.preventDefault()} className="flex flex-col gap-3">
        {act === 'move' &&
          TARGETS.map((field) => (
            <Field key={field} id={TO_IDS[field]} label={text[field]} error={errors[TO_IDS[field]]}>
              {(control) => (
                <Select
                  {...control}
                  name={TO_IDS[field]}
                  options={field === 'departmentId' ? marking.departments : marking.categories}
                  emptyLabel={text.unchanged}
                />
              )}
            </Field>
          ))}
        {reasonText && (
          <Field
            id={REASON_ID}
            label={reasonText.label}
            required
            support={reasonText.support}
            error={errors[REASON_ID]}
          >
            {(control) => (
              <Textarea {...control} rows={2} value={reason} onChange={({ target }) => onReason(act, target.value)} />
            )}
          </Field>
        )}
        {act === 'return' && <ToMendChoice kept={toMend} onChange={(kept) => onReason(TO_MEND, kept)} />}
        <p>{markedSum(sumsOf(taken.length > 0 ? taken : entries))}</p>
        {leftOut > 0 && <p>{text.left(leftOut)}</p>}
        <StatusRegion>
          {isWaiting && <p>{uiText.loading}</p>}
          {checks?.ok === false && <ProblemBanner problem={checks.code} />}
          {checks?.ok && taken.length === 0 && <p>{text.nothingReady}</p>}
        </StatusRegion>
        <MarkedEntries
          act={act}
          year={year}
          entries={entries}
          submissions={submissions}
          typed={typed}
          onTyped={onTyped}
        />
        {isLookAsked && (
          <div>
            <Checkbox
              id={LOOKED_ID}
              name={LOOKED_ID}
              label={text.looked}
              aria-invalid={errors[LOOKED_ID] ? true : undefined}
              aria-describedby={errors[LOOKED_ID] ? `${LOOKED_ID}-error` : undefined}
            />
            <ErrorText id={LOOKED_ID}>{errors[LOOKED_ID]}</ErrorText>
          </div>
        )}
      </form>
    </Dialog>
  );
}
