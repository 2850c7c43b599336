import { Amount } from '@/components/entry/amount';
import { DataTable } from '@/components/ui/data-table';
import type { CategorySum, CategorySums } from '@/lib/domain/year/category-sums';
import { expectedText } from '@/lib/text/terms';
import { sumName } from '@/lib/text/totals';
import { homeText } from '@/lib/text/year/home';
import { CeilingRemainder } from './over-ceiling';

const shown = (total: number | null | undefined) => (total == null ? homeText.incomplete : <Amount value={total} />);
/** Last year may have nothing on record. */
const shownLast = (total: number | null | undefined) =>
  total === null ? homeText.incomplete : <Amount value={total ?? null} />;

/** The word stands before the digits, which stay in line. Without entries there is no sum. */
function EntrySum({ entrySum, blankEntries }: CategorySum) {
  if (entrySum === 0) return blankEntries > 0 ? homeText.incomplete : <Amount value={null} />;
  return (
    <>
      {blankEntries > 0 && <span className="text-dns-14N-130">{homeText.incomplete} </span>}
      <Amount value={entrySum} />
    </>
  );
}

/** What each category's total is made of, and how it compares. */
export function CategoryTotals({ sums, lastIsOpen, ...year }: CategorySums & { lastIsOpen: boolean }) {
  const lastYear = lastIsOpen ? expectedText(homeText.lastYear) : homeText.lastYear;
  const hasCeiling = sums.some(({ ceiling }) => ceiling !== null);
  return (
    <DataTable caption={homeText.totalsCaption} className="home-totals">
      <thead>
        <tr>
          <th scope="col">
            {homeText.category} <span className="unit">{homeText.unitThousandYen}</span>
          </th>
          {[homeText.entrySum, homeText.annex, homeText.total, lastYear, homeText.difference].map((head) => (
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
              <EntrySum {...row} />
            </td>
            <td className="num">
              <Amount value={row.annex} blank={row.isAnnexOwed ? 'notEntered' : 'dash'} />
            </td>
            <td className="num">{shown(row.total)}</td>
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
          <td colSpan={2} />
          <td className="num">{shown(year.total)}</td>
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
