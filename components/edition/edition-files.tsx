import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import type { Edition, EditionDocument } from '@/lib/domain/edition/edition';
import { editionFilePath } from '@/lib/routes';
import { formatText } from '@/lib/text/document/document-files';
import { bytesText, editionDocumentText } from '@/lib/text/edition/edition';
import { editionsText as text } from '@/lib/text/edition/editions';

const COLUMNS = ['format', 'name', 'bytes', 'hash'] as const;

type EditionFilesProps = { edition: Pick<Edition, 'year' | 'number'>; document: EditionDocument };

/** The files of one document as they were published, each with the hash that proves it. */
export function EditionFiles({ edition, document: { kind, files } }: EditionFilesProps) {
  return (
    <DataTable caption={text.filesOf(editionDocumentText[kind])} showCaption>
      <ColumnHeads columns={COLUMNS} labels={text} numeric={['bytes']} />
      <tbody>
        {files.map(({ format, name, bytes, sha256 }) => (
          <tr key={format}>
            <th scope="row" className="nowrap">
              <a href={editionFilePath(edition, kind, format)} className="link">
                {formatText(format)}
              </a>
            </th>
            <td className="nowrap">{name}</td>
            <td className="num nowrap">{bytesText(bytes)}</td>
            <td className="meta break-all">{sha256}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
