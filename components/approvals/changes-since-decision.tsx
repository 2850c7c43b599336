import { FieldChangeRow } from '@/components/entry/field-change';
import type { ChangesSinceDecision as Since } from '@/lib/domain/entry-history-view';
import { approvalsText as text } from '@/lib/text/approvals';
import { formatEraDateTime } from '@/lib/text/format';

/** Why it came back the last time, and what was done about it. */
export function ChangesSinceDecision({ since }: { since: Since }) {
  const title = since.action === 'return' ? text.sinceReturn : text.sinceReopen;
  return (
    <section aria-labelledby="since-decision" className="mb-4 rounded-6 border border-solid-gray-420 px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id="since-decision" className="text-dns-16B-130">
          {title}
        </h2>
        <p className="text-dns-14N-130 text-solid-gray-700">
          {text.decided(formatEraDateTime(new Date(since.at)), since.actorName)}
        </p>
      </div>
      <dl className="mt-2">
        {since.reason && (
          <div className="grid gap-x-6 py-1 desktop:grid-cols-[10rem_1fr]">
            <dt className="text-dns-14B-130 desktop:pt-1">{text.reason}</dt>
            <dd className="max-w-[46rem] min-w-0 whitespace-pre-line">{since.reason}</dd>
          </div>
        )}
        {since.changes.map((change) => (
          <FieldChangeRow key={change.field} change={change} />
        ))}
      </dl>
      {since.changes.length === 0 && <p className="mt-2">{text.unchanged}</p>}
    </section>
  );
}
