import { Amount } from '@/components/entry/amount';
import { DataTable } from '@/components/ui/data-table';
import { sumAmounts } from '@/lib/domain/amount';
import type { CategorySums } from '@/lib/domain/year/category-sums';
import { expectedText } from '@/lib/text/terms';
import { sumName } from '@/lib/text/totals';
import { homeText } from '@/lib/text/year/home';
import { CeilingRemainder } from './over-ceiling';

/** The word stands before the digits, which stay in line. */
function Requested({ total, known }: { total: number | null | undefined; known: number }) {
  if (total !== null) return <Amount value={total ?? null} />;
  if (known === 0) return homeText.incomplete;
  return (
    <>
      <span className="text-dns-14N-130">{homeText.incomplete} </span>
      <Amount value={known} />
    </>
  );
}

/** Last year may have nothing on record. */
const shownLast = (total: number | null | undefined) =>
  total === null ? homeText.incomplete : <Amount value={total ?? null} />;

/** What each category comes to, and how it compares; the list says what that is made of. */
export function CategoryTotals({ sums, lastIsOpen, ...year }: CategorySums & { lastIsOpen: boolean }) {
  const lastYear = lastIsOpen ? expectedText(homeText.lastYear) : homeText.lastYear;
  const hasCeiling = sums.some(({ ceiling }) => ceiling !== null);
  return (
    <DataTable caption={homeText.totalsCaption} className="home-totals">
      <thead>
        <tr>
          <th scope="col">{homeText.category}</th>
          <th scope="col" className="num">
            {homeText.request}
            <span className="unit">{homeText.unit}</span>
          </th>
          {[lastYear, homeText.difference].map((head) => (
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
        {sums.map((row) => (
          <tr key={row.id}>
            <th scope="row">{sumName(row)}</th>
            <td className="num">
              <Requested total={row.total} known={sumAmounts([row.entrySum, row.annex ?? 0])} />
            </td>
            <td className="num">{shownLast(row.lastTotal)}</td>
            <td className="num">
              <Amount value={row.difference} />
            </td>
            {hasCeiling && (
              <>
                <td className="num">
                  <Amount value={row.ceiling} />
                </td>
                <td className="num">
                  <CeilingRemainder {...row} />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{homeText.total}</th>
          <td className="num">
            <Requested total={year.total} known={year.known} />
          </td>
          <td className="num">{shownLast(year.lastTotal)}</td>
          <td className="num">
            <Amount value={year.difference} />
          </td>
          {hasCeiling && (
            <>
              <td className="num">
                <Amount value={year.ceiling} />
              </td>
              <td className="num">
                <CeilingRemainder {...year} />
              </td>
            </>
          )}
        </tr>
      </tfoot>
    </DataTable>
  );
}
