import type { ReturnedEntry } from '@/lib/domain/entry-view';
import { entryPaths } from '@/lib/domain/paths';
import { approvalsText } from '@/lib/text/approvals';
import { formatEraDateTime } from '@/lib/text/format';

type ReturnedListProps = { year: number; entries: readonly ReturnedEntry[] };

/** What the reader sent back, with their reasons, until the 課 submits it again. */
export function ReturnedList({ year, entries }: ReturnedListProps) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="returned" className="mt-8">
      <h2 id="returned" className="mb-2 text-std-18B-160">
        {approvalsText.returned}
      </h2>
      <ul className="border-t border-solid-gray-420">
        {entries.map(({ id, name, departmentName, reason, at }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-solid-gray-420 px-2 py-1.5"
          >
            <a href={entryPaths(year, id).approval} className="link">
              {name}
            </a>
            <span className="text-dns-14N-130">
              {departmentName}　{formatEraDateTime(new Date(at))}
            </span>
            <span className="w-full whitespace-pre-line">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
