import type { ReactNode } from 'react';
import { Amount } from '@/components/entry/amount';
import { OverCeilingMark } from '@/components/year/over-ceiling';
import { yearName } from '@/lib/domain/year/fiscal-year';
import type { SettingsColumn } from '@/lib/domain/year/settings-table';
import { yearSettingsText as text } from '@/lib/text/year/year-settings';

/** The rows of the settings, from the top: what is asked of every category in a year. */
export const SETTINGS_ROWS = ['ceiling', 'entries', 'annexAmount', 'total', 'remainder'] as const;
export type SettingsRow = (typeof SETTINGS_ROWS)[number];

function Figure({ row, column }: { row: SettingsRow; column: SettingsColumn }) {
  if (row === 'ceiling') return <Amount value={column.ceiling} />;
  if (row === 'remainder')
    return column.over ? <OverCeilingMark over={column.over} /> : <Amount value={column.remainder} />;
  const value = row === 'annexAmount' ? column.annex : column[row];
  return value === null ? <span className="text-dns-14N-130">{text.incomplete}</span> : <Amount value={value} />;
}

type FiguresProps = {
  year: number;
  now: SettingsColumn;
  /** null: last year didn't have it. */
  last: SettingsColumn | null;
  /** In place of this year's figure. */
  inputs?: Partial<Record<SettingsRow, ReactNode>>;
  /** Under the figures of the annex. */
  belowAnnex?: ReactNode;
};

/** This year's figures and last year's beside them. Screen readers are told the row with each. */
export function SettingsFigures({ year, now, last, inputs = {}, belowAnnex }: FiguresProps) {
  const figures = SETTINGS_ROWS.map((row) => (
    <div key={row} className={`figures ${row}`}>
      {inputs[row] ?? (
        <p className="num">
          <span className="sr-only select-none">{`${text.rows[row]}：`}</span>
          <Figure row={row} column={now} />
        </p>
      )}
      <p className="num last">
        <span className="sr-only select-none">{`${yearName(year - 1)}の${text.rows[row]}：`}</span>
        {last ? <Figure row={row} column={last} /> : text.noLast}
      </p>
      {row === 'annexAmount' && belowAnnex}
    </div>
  ));
  return (
    <>
      <div className="figures years">
        <p className="num">{yearName(year)}</p>
        <p className="num last">{yearName(year - 1)}</p>
      </div>
      {figures}
    </>
  );
}

/** What stands in a row, before all columns. */
export function SettingsLabels() {
  return (
    <div aria-hidden="true" className="labels">
      <p className="head">{text.category}</p>
      {SETTINGS_ROWS.map((row) => (
        <p key={row} className={row}>
          {text.rows[row]}
          {row === 'annexAmount' && <span className="meta">{text.annexSupport}</span>}
        </p>
      ))}
      <p className="explanation">
        {text.explanation}
        <span className="meta">{text.explanationSupport}</span>
      </p>
    </div>
  );
}
