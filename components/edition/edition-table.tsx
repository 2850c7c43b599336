import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import type { Edition } from '@/lib/domain/edition/edition';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { editionPath } from '@/lib/routes';
import { editionNumberText } from '@/lib/text/edition/edition';
import { editionsText as text } from '@/lib/text/edition/editions';
import { CompareLink } from './compare-form';
import { EditionFiles } from './edition-files';

const COLUMNS = ['year', 'edition', 'at', 'by', 'reason'] as const;

function Rows({ edition }: { edition: Edition }) {
  return (
    <>
      <tr>
        <td className="nowrap">{yearName(edition.year)}</td>
        <th scope="row" className="nowrap">
          <a href={editionPath(edition)} className="link">
            {editionNumberText(edition)}
          </a>
        </th>
        <td className="nowrap">{text.publishedAt(edition)}</td>
        <td className="nowrap">{edition.publishedBy}</td>
        <td className="whitespace-pre-line">{edition.reason ?? text.none}</td>
      </tr>
      <tr>
        <td colSpan={COLUMNS.length}>
          <details>
            <summary className="link w-fit">
              {text.filesOfEdition(edition)}
              <span aria-hidden="true">▾</span>
            </summary>
            <div className="grid gap-3 py-2">
              {edition.documents.map((document) => (
                <EditionFiles key={document.kind} edition={edition} document={document} />
              ))}
            </div>
          </details>
          <CompareLink edition={edition} />
        </td>
      </tr>
    </>
  );
}

/** Every edition of every year; below each its files unfold with their hashes. */
export function EditionTable({ editions }: { editions: readonly Edition[] }) {
  return (
    <DataTable caption={text.list}>
      <ColumnHeads columns={COLUMNS} labels={text} />
      <tbody>
        {editions.map((edition) => (
          <Rows key={`${edition.year}-${edition.number}`} edition={edition} />
        ))}
      </tbody>
    </DataTable>
  );
}
