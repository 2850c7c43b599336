'use client';

import { useState } from 'react';
import { AmountsForm, type StoredAmounts } from '@/components/paste/amounts-form';
import { getEarlierTotalsAction, recordTotalsAction } from '@/lib/actions/year';
import { mapResult } from '@/lib/domain/result';
import { TABLE_YEARS } from '@/lib/domain/year/category-totals';
import { type EarlierTotals, totalField } from '@/lib/domain/year/earlier-totals';
import { FIRST_FISCAL_YEAR } from '@/lib/domain/year/fiscal-year';
import { earlierTotalsPath, paths } from '@/lib/routes';
import { earlierTotalsText as text } from '@/lib/text/year/earlier-totals';
import { yearSettingsText } from '@/lib/text/year/year-settings';
import { EarlierTotalsTable } from './earlier-totals-table';

const cellsOf = ({ years, categories }: EarlierTotals) =>
  categories.map(({ id: categoryId, name }) =>
    years.map((year) => ({ field: totalField(year, categoryId), year, categoryId, label: text.cell(name, year) })),
  );

const storedOf = ({ version, totals, lastChange }: EarlierTotals): StoredAmounts => ({
  version,
  lastChange,
  amounts: new Map(totals.map(({ year, categoryId, amount }) => [totalField(year, categoryId), amount])),
});

/** A total for each category and year. */
export function EarlierTotalsForm({ totals }: { totals: EarlierTotals }) {
  const [{ years, categories, cells }] = useState({ ...totals, cells: cellsOf(totals) });
  const [oldest] = years;
  return (
    <AmountsForm
      title={text.title}
      back={{ label: yearSettingsText.backToYears, href: paths.years }}
      lead={text.lead}
      above={totals.printedBy.length > 0 && <p className="mb-4 max-w-[46rem]">{text.printedBy(totals.printedBy)}</p>}
      cells={cells}
      stored={storedOf(totals)}
      keep={`earlier-totals:${oldest}`}
      latest={async () => mapResult(await getEarlierTotalsAction(undefined), storedOf)}
      send={(typed, version) =>
        recordTotalsAction({
          version,
          categories,
          totals: cells.flat().map(({ field, year, categoryId }) => ({ year, categoryId, amount: typed[field] ?? '' })),
        })
      }
    >
      {(fields) => {
        if (oldest === undefined) return <p>{text.empty}</p>;
        return (
          <>
            {oldest > FIRST_FISCAL_YEAR && (
              <p className="mb-3">
                <a href={earlierTotalsPath(Math.max(FIRST_FISCAL_YEAR, oldest - TABLE_YEARS + 1))} className="link">
                  {text.older}
                </a>
              </p>
            )}
            <EarlierTotalsTable years={years} categories={categories} cells={cells} {...fields} />
          </>
        );
      }}
    </AmountsForm>
  );
}
