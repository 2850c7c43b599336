import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import { StatusLabel } from '@/components/ui/status-label';
import type { HandedOver } from '@/lib/domain/entry-administration';
import { yearName } from '@/lib/domain/fiscal-year';
import { entryPaths } from '@/lib/domain/paths';
import { handOverText as text } from '@/lib/text/entry-administration';
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
