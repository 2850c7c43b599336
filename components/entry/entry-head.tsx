import type { ReactNode } from 'react';
import { PageHeader } from '@/components/shell/page-header';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { entryPaths } from '@/lib/routes';
import { entryFieldText, entryText, markText } from '@/lib/text/entry/entry';
import { revisionActionText } from '@/lib/text/entry/entry-history';
import { formatEraDateTime } from '@/lib/text/format';
import { StatusLabel } from './status-label';

type EntryHeadProps = {
  entry: EntryView;
  /** Breadcrumbs, where the way back stands nowhere else. */
  above?: ReactNode;
  /** What the page does with it; left out, it shows the entry. */
  title?: string;
  /** Links beside 履歴. */
  links?: ReactNode;
};

/** An entry's name and status, what it belongs to, and who did what with it last. */
export function EntryHead({ entry, above, title, links }: EntryHeadProps) {
  const { year, id, name, status, departmentName, categoryName, mark, isPriority, updatedAt, updatedBy } = entry;
  const facts = [
    departmentName,
    categoryName,
    isPriority && entryFieldText.isPriority,
    mark && markText[mark],
    entryText.updatedBy(formatEraDateTime(new Date(updatedAt)), updatedBy, revisionActionText(entry.updatedWith)),
  ].filter((fact) => fact);
  return (
    <>
      <PageHeader
        above={above}
        title={title ? `${title}：${name}` : name}
        meta={<StatusLabel status={status} />}
        className="mb-1.5"
      />
      <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-0.5 text-dns-14N-130 text-solid-gray-700">
        {facts.map((fact) => (
          <li key={`${fact}`}>{fact}</li>
        ))}
        <li className="flex flex-wrap gap-x-5 print:hidden">
          <a href={entryPaths(year, id).history} className="link">
            {entryText.history}（{entryText.revisions(entry.revisions)}）
          </a>
          {links}
        </li>
      </ul>
    </>
  );
}
