'use client';

import { useState } from 'react';
import { AmountsForm, type StoredAmounts } from '@/components/paste/amounts-form';
import { getLastYearAmountsAction, recordLastYearAction } from '@/lib/actions/entry';
import type { LastYearAmounts } from '@/lib/domain/entry/last-year-amounts';
import { mapResult } from '@/lib/domain/result';
import { yearPaths } from '@/lib/routes';
import { lastYearAmountsText as text } from '@/lib/text/entry/last-year-amounts';
import { yearSettingsText } from '@/lib/text/year/year-settings';
import { LastYearTable } from './last-year-table';

const fieldOf = (id: string): string => `e_${id}`;

const storedOf = ({ version, rows, lastChange }: LastYearAmounts): StoredAmounts => ({
  version,
  lastChange,
  amounts: new Map(rows.map(({ id, amount }) => [fieldOf(id), amount])),
});

/** Last year's amount of each entry that last year has none of. */
export function LastYearForm({ year, amounts }: { year: number; amounts: LastYearAmounts }) {
  const [cells] = useState(() =>
    amounts.rows.map((row) => ({ ...row, field: fieldOf(row.id), label: text.cell(row.name) })),
  );
  return (
    <AmountsForm
      title={text.title(year)}
      back={{ label: yearSettingsText.title(year), href: yearPaths(year).settings }}
      lead={text.lead(year)}
      cells={cells.map((cell) => [cell])}
      stored={storedOf(amounts)}
      keep={`last-year:${year}`}
      latest={async () => mapResult(await getLastYearAmountsAction(year), storedOf)}
      send={(typed, version) =>
        recordLastYearAction({
          year,
          version,
          amounts: cells.map(({ id: entryId, field }) => ({ entryId, amount: typed[field] ?? '' })),
        })
      }
    >
      {(fields) => <LastYearTable year={year} cells={cells} categories={amounts.categories} {...fields} />}
    </AmountsForm>
  );
}
