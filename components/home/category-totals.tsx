import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import type { CategoryYearTotal, Overview } from '@/lib/domain/category-totals';
import { difference, sumOrNull } from '@/lib/domain/totals';
import { homeText } from '@/lib/text/home';

const total = (amount: number | null) => (amount === null ? homeText.incomplete : <Amount value={amount} />);

/** The word stands before the digits, which stay in line. A year of which only totals are on record has no such sum. */
function EntrySum({ row: { entrySum, blankEntries, recorded } }: { row: CategoryYearTotal }) {
  if (entrySum === 0 && blankEntries > 0) return homeText.incomplete;
  if (entrySum === 0 && recorded !== null) return <Amount value={null} />;
  return (
    <>
      {blankEntries > 0 && <span className="text-dns-14N-130">{homeText.incomplete} </span>}
      <Amount value={entrySum} />
    </>
  );
}

/** What each category's total is made of, and how it compares. */
export function CategoryTotals({ overview: { now, before, ...sums } }: { overview: Overview }) {
  const hasCeiling = now.some(({ ceiling }) => ceiling !== null);
  const lastOf = (categoryId: string) => before.find((row) => row.categoryId === categoryId)?.total ?? null;
  const totalNow = sums.total ?? null;
  const totalBefore = sums.totalBefore ?? null;
  const ceilings = sumOrNull(now.map(({ ceiling }) => ceiling));
  return (
    <DataTable caption={homeText.totalsCaption}>
      <thead>
        <tr>
          <th scope="col">
            {homeText.category} <span className="unit">{homeText.unitThousandYen}</span>
          </th>
          {[homeText.entrySum, homeText.annex, homeText.total, homeText.lastYear, homeText.difference].map((head) => (
            <th key={head} scope="col" className="num">
              {head}
            </th>
          ))}
          {hasCeiling &&
            [homeText.ceiling, homeText.remainder].map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {now.map((row) => (
          <tr key={row.categoryId}>
            <th scope="row">{row.name}</th>
            <td className="num">
              <EntrySum row={row} />
            </td>
            <td className="num">
              <Amount value={row.annex} blank={row.recorded === null ? 'notEntered' : 'dash'} />
            </td>
            <td className="num">{total(row.total)}</td>
            <td className="num">
              <Amount value={lastOf(row.categoryId)} />
            </td>
            <td className="num">
              <Amount value={difference(row.total, lastOf(row.categoryId))} />
            </td>
            {hasCeiling && (
              <>
                <td className="num">
                  <Amount value={row.ceiling} />
                </td>
                <td className="num">
                  <Amount value={difference(row.ceiling, row.total)} />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{homeText.total}</th>
          <td colSpan={2} />
          <td className="num">{total(totalNow)}</td>
          <td className="num">
            <Amount value={totalBefore} />
          </td>
          <td className="num">
            <Amount value={difference(totalNow, totalBefore)} />
          </td>
          {hasCeiling && (
            <>
              <td className="num">
                <Amount value={ceilings} />
              </td>
              <td className="num">
                <Amount value={difference(ceilings, totalNow)} />
              </td>
            </>
          )}
        </tr>
      </tfoot>
    </DataTable>
  );
}
