import { Amount } from '@/components/entry/amount';
import { StatusLabel } from '@/components/entry/status-label';
import { BackLink } from '@/components/shell/kept-query';
import type { ReviewQueue as Queue, QueuedEntry } from '@/lib/domain/entry/review-queue';
import { change } from '@/lib/domain/year/category-totals';
import { queueQuery } from '@/lib/list-routes';
import { entryPaths, yearPaths } from '@/lib/routes';
import { decisionText, approvalsText as empty, queueText as text } from '@/lib/text/entry/approvals';
import { formatCount, formatRatio } from '@/lib/text/format';
import { uiText } from '@/lib/text/ui';
import { QueueFilters, QueueFrame } from './queue-frame';

type QueueItemProps = { entry: QueuedEntry; href: string; isCurrent: boolean };

function QueueItem({ entry, href, isCurrent }: QueueItemProps) {
  const { name, departmentName, status, amount, lastYearAmount, isWaiting } = entry;
  const ratio = change(amount, lastYearAmount)?.ratio ?? null;
  return (
    <li>
      <a href={href} aria-current={isCurrent || undefined}>
        <span className="name">{name}</span>
        <span className="facts">
          <span>{isWaiting ? departmentName : <StatusLabel status={status} />}</span>
          <span>
            <Amount value={amount} blank="notEntered" />
          </span>
          <span>{ratio === null ? uiText.blankAmount : formatRatio(ratio)}</span>
        </span>
      </a>
    </li>
  );
}

/** Nothing waits, or nothing that the filter asks for. */
export function NoneQueued({ hasMore, href }: { hasMore: boolean; href: string }) {
  if (!hasMore) return <p>{empty.noneOfMine}</p>;
  return (
    <p>
      {text.filtered}{' '}
      <a href={href} className="link">
        {text.clear}
      </a>
    </p>
  );
}

type ReviewQueueProps = { year: number; currentId: string; queue: Queue };

/** What waits for the approver, as they go through it. */
export function ReviewQueue({ year, currentId, queue }: ReviewQueueProps) {
  const { filter, departments, shown, count, sum, isComplete, all, position } = queue;
  const { approvals } = yearPaths(year);
  const query = queueQuery(filter);
  const here = entryPaths(year, currentId).approval;
  const total = (
    <span className="whitespace-nowrap">
      {text.sum(formatCount(sum))}
      {!isComplete && <span className="ms-1 text-dns-14N-130">{text.blank}</span>}
    </span>
  );
  const department = departments.find(({ id }) => id === filter.department)?.name;
  return (
    <QueueFrame
      line={
        <>
          <span className="text-dns-14N-130">
            {position ? decisionText.place(position, count) : text.title(count)}　{total}
          </span>
          <span className="text-dns-14N-130 text-solid-gray-700">
            {department ?? (departments.length > 0 && text.everywhere(departments.length))}
          </span>
        </>
      }
    >
      <div className="px-5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-std-18B-160">
            <BackLink href={approvals} label={text.title(count)} className="hover:underline" />
          </h2>
          {total}
        </div>
        {all > 0 && <QueueFilters href={here} filter={filter} departments={departments} />}
      </div>
      {shown.length > 0 ? (
        <ol>
          {shown.map((entry) => (
            <QueueItem
              key={entry.id}
              entry={entry}
              href={`${entryPaths(year, entry.id).approval}${query}`}
              isCurrent={entry.id === currentId}
            />
          ))}
        </ol>
      ) : (
        <div className="px-5 pt-3">
          <NoneQueued hasMore={all > 0} href={here} />
        </div>
      )}
    </QueueFrame>
  );
}
