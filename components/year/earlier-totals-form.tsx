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
import { getEarlierTotalsAction, recordTotalsAction } from '@/lib/actions/year';
import { amountText } from '@/lib/domain/amount';
import type { Stored } from '@/lib/domain/draft/draft';
import { amountInput } from '@/lib/domain/inputs';
import { succeed } from '@/lib/domain/result';
import { TABLE_YEARS } from '@/lib/domain/year/category-totals';
import { type EarlierTotals, totalField } from '@/lib/domain/year/earlier-totals';
import { FIRST_FISCAL_YEAR } from '@/lib/domain/year/fiscal-year';
import { earlierTotalsPath, paths } from '@/lib/routes';
import { editorText } from '@/lib/text/entry/entry-editor';
import { pastedText } from '@/lib/text/pasted';
import { adminText } from '@/lib/text/shell';
import { earlierTotalsText as text } from '@/lib/text/year/earlier-totals';
import { yearSettingsText } from '@/lib/text/year/year-settings';
import { EarlierTotalsTable } from './earlier-totals-table';

type Fields = Record<string, string>;

const cellsOf = ({ years, categories }: Pick<EarlierTotals, 'years' | 'categories'>) =>
  categories.map(({ id, name }) =>
    years.map((year) => ({ name: totalField(year, id), year, categoryId: id, label: text.cell(name, year) })),
  );

const storedOf = (names: readonly string[], { version, totals, lastChange }: EarlierTotals): Stored<Fields> => {
  const known = new Map(totals.map(({ year, categoryId, amount }) => [totalField(year, categoryId), amount]));
  return {
    version,
    lastChange,
    fields: Object.fromEntries(names.map((name) => [name, amountText(known.get(name) ?? null)])),
  };
};

/** A total for each category and year, which takes a range of a sheet. Its cells are those that the page came with. */
export function EarlierTotalsForm({ totals }: { totals: EarlierTotals }) {
  const [frame] = useState(() => {
    const { years, categories } = totals;
    const cells = cellsOf(totals);
    const names = cells.flat().map(({ name }) => name);
    const schema = z.object(Object.fromEntries(names.map((name) => [name, amountInput])));
    const labels = Object.fromEntries(cells.flat().map(({ name, label }) => [name, label]));
    return { years, categories, cells, names, schema, labels };
  });
  const { cells, names, schema, labels, years, categories } = frame;
  const draft = useDraft<Fields, { version: number }>({
    schema,
    stored: storedOf(names, totals),
    labels,
    keep: `earlier-totals:${years[0]}`,
    send: (typed, version) =>
      recordTotalsAction({
        version,
        categories,
        totals: cells.flat().map(({ name, year, categoryId }) => ({ year, categoryId, amount: typed[name] ?? '' })),
      }),
    latest: async () => {
      const found = await getEarlierTotalsAction(undefined);
      return found?.ok ? succeed(storedOf(names, found.value)) : found;
    },
    onDone: () => clear(),
    onResume: () => clear(),
    refreshes: true,
  });
  const { form, element, summary, submission, saving, isDone, isDirty } = draft;
  useSaveKeys(draft.store);
  const { pasted, onPaste, clear } = usePaste(
    cells.map((row) => row.map(({ name }) => name)),
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
        title={text.title}
        actions={<BackLink label={yearSettingsText.backToYears} href={paths.years} className="link" />}
      />
      <DraftCopies draft={draft} />
      <p className="max-w-[46rem]">{text.lead}</p>
      <p className="mb-4 max-w-[46rem]">{pastedText.support}</p>
      {totals.printedBy.length > 0 && <p className="mb-4 max-w-[46rem]">{text.printedBy(totals.printedBy)}</p>}
      <DraftNotice draft={draft} />
      {years.length === 0 ? (
        <p>{text.empty}</p>
      ) : (
        <>
          {years[0] !== undefined && years[0] > FIRST_FISCAL_YEAR && (
            <p className="mb-3">
              <a href={earlierTotalsPath(Math.max(FIRST_FISCAL_YEAR, years[0] - TABLE_YEARS + 1))} className="link">
                {text.older}
              </a>
            </p>
          )}
          <EarlierTotalsTable years={years} categories={categories} cells={cells} draft={draft} />
        </>
      )}
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
