import { Amount } from '@/components/entry/amount';
import { StatusLabel } from '@/components/entry/status-label';
import { DataTable } from '@/components/ui/data-table';
import type { HandedOver } from '@/lib/domain/entry/entry-administration';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { entryPaths } from '@/lib/routes';
import { handOverText as text } from '@/lib/text/entry/entry-administration';
import { uiText } from '@/lib/text/ui';

type OpenWorkTableProps = { caption: string; entries: readonly HandedOver[] };

/** The entries that keep a 課 from being closed. */
export function OpenWorkTable({ caption, entries }: OpenWorkTableProps) {
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{text.year}</th>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.status}</th>
          <th scope="col" className="num">
            {text.amount}
            <span className="unit">{uiText.thousandYen}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ entryId, year, name, status, amount }) => (
          <tr key={entryId}>
            <td className="nowrap">{yearName(year)}</td>
            <th scope="row">
              <a href={entryPaths(year, entryId).entry} className="link">
                {name}
              </a>
            </th>
            <td>
              <StatusLabel status={status} />
            </td>
            <td className="num">
              <Amount value={amount} blank="notEntered" />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
