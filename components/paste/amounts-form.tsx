import { type ReactNode, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import * as z from 'zod/mini';
import { ActBar } from '@/components/form/act-bar';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { asRead, registerAmount } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { BackLink } from '@/components/shell/kept-query';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { describedBy } from '@/components/ui/field';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { TextInput } from '@/components/ui/text-input';
import { amountText } from '@/lib/domain/amount';
import type { LastChange } from '@/lib/domain/choice';
import type { Stored } from '@/lib/domain/draft/draft';
import { amountInput } from '@/lib/domain/inputs';
import { mapResult, type Result } from '@/lib/domain/result';
import { editorText } from '@/lib/text/entry/entry-editor';
import { typedAmountText } from '@/lib/text/entry/typed-amount';
import { pastedText } from '@/lib/text/pasted';
import { adminText } from '@/lib/text/shell';
import { PastedNotice } from './pasted-notice';
import { usePaste } from './use-paste';

type Amounts = Record<string, string>;
/** `field`: its name in the form and in what a device keeps. */
export type AmountCell = { field: string; label: string };
/** What is stored, by field. */
export type StoredAmounts = {
  version: number;
  lastChange: LastChange | null;
  amounts: ReadonlyMap<string, number | null>;
};

export type AmountFields = {
  form: UseFormReturn<Amounts>;
  /** What a cell's field shows and says. */
  field: ReturnType<typeof draftField<string>>;
};

/** A cell's live input. What is wrong with it stands below its row. */
export function AmountInput({ form, field, cell }: AmountFields & { cell: AmountCell }) {
  const { id, label, error } = field(cell.field);
  return (
    <TextInput
      id={id}
      {...registerAmount(form, cell.field)}
      numeric
      aria-label={label}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, { error })}
      className="w-32!"
    />
  );
}

const storedIn = (fields: readonly string[], { version, lastChange, amounts }: StoredAmounts): Stored<Amounts> => ({
  version,
  lastChange,
  fields: Object.fromEntries(fields.map((field) => [field, amountText(amounts.get(field) ?? null)])),
});

type AmountsFormProps = {
  title: string;
  back: { label: string; href: string };
  /** What is asked for. */
  lead: string;
  /** What else is to be said before one begins. */
  above?: ReactNode;
  /** As they stand, row by row. They stay those that the page came with. */
  cells: readonly (readonly AmountCell[])[];
  stored: StoredAmounts;
  keep: string;
  send: (typed: Amounts, version: number) => Promise<Result<{ version: number }>>;
  latest: () => Promise<Result<StoredAmounts>>;
  children: (fields: AmountFields) => ReactNode;
};

/** A table of amounts that is stored as a whole, and takes a range of a sheet. */
export function AmountsForm(props: AmountsFormProps) {
  const [{ fields, schema, labels }] = useState(() => {
    const cells = props.cells.flat();
    return {
      fields: cells.map(({ field }) => field),
      schema: z.object(Object.fromEntries(cells.map(({ field }) => [field, amountInput]))),
      labels: Object.fromEntries(cells.map(({ field, label }) => [field, label])),
    };
  });
  const draft = useDraft<Amounts, { version: number }>({
    schema,
    stored: storedIn(fields, props.stored),
    labels,
    keep: props.keep,
    send: props.send,
    latest: async () => mapResult(await props.latest(), (found) => storedIn(fields, found)),
    onDone: () => clear(),
    onResume: () => clear(),
    refreshes: true,
  });
  const { form, element, saving, isDone, isDirty } = draft;
  useSaveKeys(draft.store);
  const { pasted, onPaste, clear } = usePaste(
    props.cells.map((row) => row.map(({ field }) => field)),
    (pastedCells) => {
      for (const { name, text } of pastedCells) form.setValue(name, asRead(text), { shouldValidate: true });
    },
  );
  const isAmount = (name: string) => amountInput.safeParse(form.getValues(name)).success;
  const progress = isDirty ? editorText.unsaved : '';
  return (
    <HydratedForm {...element} onPaste={onPaste}>
      <ErrorSummary errors={draft.summary} submission={draft.submission} />
      <PageHeader title={props.title} actions={<BackLink {...props.back} className="link" />} />
      <DraftCopies draft={draft} />
      <p className="max-w-[46rem]">{props.lead}</p>
      <p className="mb-4 max-w-[46rem]">{pastedText.support}</p>
      {props.above}
      <DraftNotice draft={draft} />
      {props.children({ form, field: draftField(draft, (_, value) => typedAmountText(String(value))) })}
      <ActBar
        state={saving.kind === 'saving' ? editorText.saving : progress}
        notice={
          <>
            {isDone && <NotificationBanner kind="success" title={adminText.saved} className="mb-2" />}
            {!isDone && <PastedNotice pasted={pasted} isRead={isAmount} />}
          </>
        }
      >
        <Button type="submit" variant="primary" aria-keyshortcuts={editorText.shortcutSave}>
          {adminText.save}
        </Button>
      </ActBar>
    </HydratedForm>
  );
}
