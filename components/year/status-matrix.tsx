import { DataTable } from '@/components/ui/data-table';
import { COUNTED_STATUSES, countedTotal, type statusMatrix } from '@/lib/domain/year/year-home';
import { entryListHref } from '@/lib/list-routes';
import { statusText } from '@/lib/text/terms';
import { cellLink, homeText } from '@/lib/text/year/home';

type Matrix = ReturnType<typeof statusMatrix>;

type CountProps = { year: number; department: string | null; departmentName: string; count: number };

function Count({
  year,
  department,
  departmentName,
  status,
  count,
}: CountProps & { status: keyof typeof statusText | null }) {
  if (count === 0) return <td className="num">0</td>;
  return (
    <td className="num">
      <a
        href={entryListHref(year, { department, status })}
        className="link"
        aria-label={cellLink(departmentName, status ? statusText[status] : homeText.matrixTotal, count)}
      >
        {count}
      </a>
    </td>
  );
}

const STATUSES = [...COUNTED_STATUSES, null, 'withdrawn'] as const;

/** Every count leads to the list filtered alike. */
export function StatusMatrix({ year, matrix }: { year: number; matrix: Matrix }) {
  const rows = [
    ...matrix.rows,
    {
      departmentId: null,
      departmentName: homeText.allDepartments,
      counts: matrix.total,
      total: countedTotal(matrix.total),
    },
  ];
  const lines = rows.map(({ departmentId, departmentName, counts, total }) => (
    <tr key={departmentId}>
      <th scope="row">{departmentName}</th>
      {STATUSES.map((status) => (
        <Count
          key={status}
          year={year}
          department={departmentId}
          departmentName={departmentName}
          status={status}
          count={status ? counts[status] : total}
        />
      ))}
    </tr>
  ));
  return (
    <DataTable caption={homeText.matrixCaption} className="status-matrix">
      <thead>
        <tr>
          <th scope="col">{homeText.department}</th>
          {STATUSES.map((status) => (
            <th key={status} scope="col" className="num">
              {status ? statusText[status] : homeText.matrixTotal}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{lines.slice(0, -1)}</tbody>
      <tfoot>{lines.at(-1)}</tfoot>
    </DataTable>
  );
}
