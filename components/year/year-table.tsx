import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { registerText } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import { MenuAct, RowMenu } from '@/components/shell/row-menu';
import { Button } from '@/components/ui/button';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/text-input';
import { reopenYearAction } from '@/lib/actions/year';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { type YearRow, yearReasonInput } from '@/lib/domain/year/year-settings';
import { yearPaths } from '@/lib/routes';
import { uiText } from '@/lib/text/ui';
import { yearsText as text } from '@/lib/text/year/year-settings';
import { OverCeilings } from './over-ceiling';

type YearReopenProps = { row: YearRow; onDone: () => void; onCancel: () => void };

/** Asks why a closed year is opened again. It opens with the focus in the field. */
export function YearReopen({ row: { year, version }, onDone, onCancel }: YearReopenProps) {
  const { refresh } = useRouter();
  const name = yearName(year);
  const draft = useDraft({
    schema: yearReasonInput,
    stored: { version: 0, fields: { reason: '' } },
    labels: { reason: text.reopenReason },
    prefix: 'reopen',
    keep: `reopen:${year}`,
    send: (typed: { reason: string }) => reopenYearAction({ year, version, ...typed }),
    onDone,
    onFailure: ({ code }) => {
      if (code === 'conflict') refresh();
      return false;
    },
  });
  const { form, element, summary, submission } = draft;
  const field = draftField(draft);
  const focusField = useEffectEvent((tries: number) => {
    if (tries === 0 || summary.length > 0) form.setFocus('reason');
  });
  useEffect(() => focusField(submission), [submission]);

  const cancel = () => {
    draft.restart();
    onCancel();
  };

  return (
    <HydratedForm {...element} aria-label={text.reopenTitle(name)} className="flex max-w-[46rem] flex-col gap-3 py-2">
      <DraftCopies draft={draft} />
      <Field {...field('reason')} required support={text.reopenSupport}>
        {(control) => <Textarea {...control} {...registerText(form, 'reason')} rows={2} />}
      </Field>
      <DraftNotice draft={draft} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary">
          {text.reopenYear(name)}
        </Button>
        <Button variant="text" onClick={cancel}>
          {uiText.cancel}
        </Button>
      </div>
    </HydratedForm>
  );
}

function annexState({ blankAnnexCount, annexCount }: YearRow): string {
  if (blankAnnexCount > 0) return text.notEntered;
  return annexCount > 0 ? text.entered : text.totalsOnly;
}

export type YearCommands = {
  onReopened: (row: YearRow) => void;
  /** A question is on the screen. */
  onAsk: () => void;
};

type RowProps = YearCommands & { row: YearRow };

/** A year, and below it why it is to be opened again. */
export function YearTableRow({ columnCount, row, onAsk, onReopened }: RowProps & { columnCount: number }) {
  const menuId = useId();
  const [isAsking, setIsAsking] = useState(false);
  const name = yearName(row.year);

  const ask = () => {
    onAsk();
    setIsAsking(true);
  };
  const cancel = () => {
    flushSync(() => setIsAsking(false));
    document.getElementById(menuId)?.focus();
  };
  const done = () => {
    setIsAsking(false);
    onReopened(row);
  };

  return (
    <>
      <tr>
        <th scope="row" className="nowrap">
          <a href={yearPaths(row.year).settings} className="link">
            {name}
          </a>
        </th>
        <td className="nowrap">
          <span>{row.isOpen ? text.open : text.closed}</span>
          <OverCeilings over={row.over} />
        </td>
        <td className="num">{text.count(row.entryCount)}</td>
        <td className="num">{text.count(row.undecidedCount)}</td>
        <td className="nowrap">{annexState(row)}</td>
        <td>
          <RowMenu of={name} id={menuId}>
            <a href={yearPaths(row.year).publish} className="menu-item">
              {text.publish}
            </a>
            {row.isOpen ? (
              <a href={yearPaths(row.year).close} className="menu-item">
                {text.closeYear(name)}
              </a>
            ) : (
              <MenuAct onClick={ask}>{text.reopenYear(name)}</MenuAct>
            )}
          </RowMenu>
        </td>
      </tr>
      {isAsking && !row.isOpen && (
        <tr>
          <td colSpan={columnCount}>
            <YearReopen row={row} onDone={done} onCancel={cancel} />
          </td>
        </tr>
      )}
    </>
  );
}

const COLUMNS = ['year', 'state', 'entries', 'undecided', 'blankAnnex', 'operations'] as const;
const NUMERIC = ['entries', 'undecided'] as const;
const LABELS = { ...text, operations: uiText.operations };

export function YearTable({ years, ...commands }: YearCommands & { years: readonly YearRow[] }) {
  return (
    <DataTable caption={text.list}>
      <ColumnHeads columns={COLUMNS} labels={LABELS} numeric={NUMERIC} />
      <tbody>
        {years.map((row) => (
          <YearTableRow key={row.year} row={row} columnCount={COLUMNS.length} {...commands} />
        ))}
      </tbody>
    </DataTable>
  );
}
