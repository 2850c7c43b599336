import { Amount } from '@/components/entry/amount';
import { DataTable } from '@/components/ui/data-table';
import { type EntryStatus, WITHDRAWN } from '@/lib/domain/entry/entry-workflow';
import { COUNTED_STATUSES, type StatusMatrix as Matrix, type MatrixRow } from '@/lib/domain/year/year-home';
import { entryListHref } from '@/lib/list-routes';
import { statusText } from '@/lib/text/entry/entry-status';
import { cellLink, homeText, statusCount } from '@/lib/text/year/home';

type CountProps = { year: number; row: MatrixRow; status: EntryStatus | null };

function Count({ year, row, status }: CountProps) {
  const count = status ? row.counts[status] : row.total;
  if (count === 0) return <td className="num">0</td>;
  const { departmentId, departmentName } = row;
  return (
    <td className="num">
      <a
        href={entryListHref(year, { department: departmentId || null, status })}
        className="link"
        aria-label={cellLink(departmentName, status ? statusText[status] : homeText.matrixTotal, count)}
      >
        {count}
      </a>
    </td>
  );
}

const STATUSES = [...COUNTED_STATUSES, null] as const;

function Row({ year, row, isOwn }: { year: number; row: MatrixRow; isOwn: boolean }) {
  return (
    <tr className={isOwn ? 'own' : undefined}>
      <th scope="row">{row.departmentName}</th>
      {STATUSES.map((status) => (
        <Count key={status} year={year} row={row} status={status} />
      ))}
      <td className="num">
        {row.blank > 0 && <span className="text-dns-14N-130">{homeText.incomplete} </span>}
        {row.amount > 0 || row.blank === 0 ? <Amount value={row.amount} /> : null}
      </td>
    </tr>
  );
}

type StatusMatrixProps = { year: number; matrix: Matrix; ownId: string | null };

/** Every count leads to the list filtered alike. What was withdrawn counts nowhere, and stands below. */
export function StatusMatrix({ year, matrix, ownId }: StatusMatrixProps) {
  return (
    <>
      <DataTable caption={homeText.matrixCaption} className="status-matrix">
        <thead>
          <tr>
            <th scope="col">{homeText.department}</th>
            {STATUSES.map((status) => (
              <th key={status} scope="col" className="num">
                {status ? statusText[status] : homeText.matrixTotal}
              </th>
            ))}
            <th scope="col" className="num">
              {homeText.request}
              <span className="unit">{homeText.unit}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <Row key={row.departmentId} year={year} row={row} isOwn={row.departmentId === ownId} />
          ))}
        </tbody>
        <tfoot>
          <Row year={year} row={{ ...matrix.all, departmentName: homeText.allDepartments }} isOwn={false} />
        </tfoot>
      </DataTable>
      {WITHDRAWN.filter((status) => matrix.all.counts[status] > 0).map((status) => (
        <p key={status} className="mt-1 px-2 text-dns-14N-130">
          <a href={entryListHref(year, { status })} className="link">
            {statusCount(statusText[status], matrix.all.counts[status])}
          </a>
        </p>
      ))}
    </>
  );
}
