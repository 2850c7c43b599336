import type { ReactNode } from 'react';

export type SummaryRow = {
  term: string;
  value: ReactNode;
  /** e.g. 変更: where this row is edited. The term is said to screen readers. */
  action?: { label: string; href: string } | undefined;
};

/** Facts with their names. Texts keep their line breaks. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="border-t border-solid-gray-420">
      {rows.map(({ term, value, action }) => (
        <div
          key={term}
          className="grid gap-x-6 gap-y-1 border-b border-solid-gray-420 py-3 desktop:grid-cols-[10rem_1fr_auto]"
        >
          <dt className="text-dns-16B-130 desktop:pt-1">{term}</dt>
          <dd className="min-w-0 max-w-[46rem] whitespace-pre-line">{value}</dd>
          {action && (
            <dd>
              <a href={action.href} className="link whitespace-nowrap">
                {action.label}
                <span className="sr-only">：{term}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
