'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { ActBar } from '@/components/form/act-bar';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { asRead } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { PastedNotice } from '@/components/paste/pasted-notice';
import { usePaste } from '@/components/paste/use-paste';
import { BackLink } from '@/components/shell/kept-query';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { getLastYearAmountsAction, recordLastYearAction } from '@/lib/actions/entry';
import { amountText } from '@/lib/domain/amount';
import type { Stored } from '@/lib/domain/draft/draft';
import type { LastYearAmounts } from '@/lib/domain/entry/last-year-amounts';
import { amountInput } from '@/lib/domain/inputs';
import { succeed } from '@/lib/domain/result';
import { yearPaths } from '@/lib/routes';
import { editorText } from '@/lib/text/entry/entry-editor';
import { lastYearAmountsText as text } from '@/lib/text/entry/last-year-amounts';
import { pastedText } from '@/lib/text/pasted';
import { adminText } from '@/lib/text/shell';
import { yearSettingsText } from '@/lib/text/year/year-settings';
import { LastYearTable } from './last-year-table';

type Fields = Record<string, string>;
const fieldOf = (id: string): string => `e_${id}`;

const storedOf = (names: readonly string[], { version, rows, lastChange }: LastYearAmounts): Stored<Fields> => {
  const known = new Map(rows.map(({ id, amount }) => [fieldOf(id), amount]));
  const fields = Object.fromEntries(names.map((name) => [name, amountText(known.get(name) ?? null)]));
  return { version, lastChange, fields };
};

/** Last year's amount of each entry that last year has none of; it takes a range of a sheet. */
export function LastYearForm({ year, amounts }: { year: number; amounts: LastYearAmounts }) {
  const [frame] = useState(() => {
    const cells = amounts.rows.map((row) => ({ ...row, field: fieldOf(row.id), label: text.cell(row.name) }));
    const names = cells.map(({ field }) => field);
    const schema = z.object(Object.fromEntries(names.map((name) => [name, amountInput])));
    const labels = Object.fromEntries(cells.map(({ field, label }) => [field, label]));
    return { cells, names, schema, labels };
  });
  const { cells, names, schema, labels } = frame;
  const draft = useDraft<Fields, { version: number }>({
    schema,
    stored: storedOf(names, amounts),
    labels,
    keep: `last-year:${year}`,
    send: (typed, version) =>
      recordLastYearAction({
        year,
        version,
        amounts: cells.map(({ id: entryId, field }) => ({ entryId, amount: typed[field] ?? '' })),
      }),
    latest: async () => {
      const found = await getLastYearAmountsAction(year);
      return found?.ok ? succeed(storedOf(names, found.value)) : found;
    },
    onDone: () => clear(),
    onResume: () => clear(),
    refreshes: true,
  });
  const { form, element, summary, submission, saving, isDone, isDirty } = draft;
  useSaveKeys(draft.store);
  const { pasted, onPaste, clear } = usePaste(
    names.map((name) => [name]),
    (pastedCells) => {
      for (const { name, text } of pastedCells) form.setValue(name, asRead(text), { shouldValidate: true });
    },
  );
  const isAmount = (name: string) => amountInput.safeParse(form.getValues(name)).success;
  const progress = isDirty ? editorText.unsaved : '';
  return (
    <HydratedForm {...element} onPaste={onPaste}>
      <ErrorSummary errors={summary} submission={submission} />
      <PageHeader
        title={text.title(year)}
        actions={<BackLink label={yearSettingsText.title(year)} href={yearPaths(year).settings} className="link" />}
      />
      <DraftCopies draft={draft} />
      <p className="max-w-[46rem]">{text.lead(year)}</p>
      <p className="mb-4 max-w-[46rem]">{pastedText.support}</p>
      <DraftNotice draft={draft} />
      <LastYearTable year={year} cells={cells} categories={amounts.categories} draft={draft} />
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
