import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/path-parameters';
import { ApprovalTable, ReturnedList } from '@/components/approval/approval-table';
import { QueueFilters } from '@/components/approval/queue-frame';
import { NoneQueued } from '@/components/approval/review-queue';
import { Markable } from '@/components/marked/markable';
import { KeepQuery } from '@/components/shell/kept-query';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/notification-banner';
import { LISTED, NO_FILTER } from '@/lib/domain/entry/entry-filter';
import { queueFilterOf, reviewQueue } from '@/lib/domain/entry/review-queue';
import { markedEntry, markOf } from '@/lib/domain/marked/marking';
import { hasRoleFor } from '@/lib/domain/permissions';
import { queueQuery } from '@/lib/list-routes';
import { yearPaths } from '@/lib/routes';
import { getEntryListFrame, listEntries } from '@/lib/server/entry/entry-list-queries';
import { listReturnedByReader } from '@/lib/server/entry/home-queries';
import { listReviewQueue, listSubmissions } from '@/lib/server/entry/review-queue-queries';
import { getMarkable, getMarkedChecks } from '@/lib/server/marked/marked-queries';
import { approvalsText } from '@/lib/text/entry/approvals';

export const generateMetadata = yearMetadata(approvalsText.titleOf);

export default gatedPage('approval.read', { section: 'approvals' }, async (reader, params, query) => {
  const year = yearOfPath(params);
  const [frame, returned, markable, rows, queued, submissions] = await Promise.all([
    getEntryListFrame(reader, year),
    listReturnedByReader(reader, year),
    getMarkable(reader, year),
    listEntries(reader, year, { ...NO_FILTER, status: LISTED.waiting }),
    listReviewQueue(reader, year, null),
    listSubmissions(reader, year),
  ]);
  if (!frame) notFound();
  const queue = reviewQueue(queued, queueFilterOf(query), null);
  const asked = queueQuery(queue.filter);
  const { approvals } = yearPaths(year);
  const own = new Set(queued.map(({ id }) => id));
  const mine = queue.shown.flatMap(({ id }) => rows.find((row) => row.id === id) ?? []);
  const checks = await getMarkedChecks(
    reader,
    mine.map(({ id }) => id),
  );
  const warnings = new Map(checks.map(({ id, findings }) => [id, findings.length]));
  const others = rows.filter(({ id }) => !own.has(id));
  const isApprover = hasRoleFor(reader, 'entry.approve');
  const marked = mine.flatMap(({ id, name, amount, steps }) => {
    const mark = markOf(markable?.marks, { id, steps });
    return markable && mark ? [markedEntry(markable.marking, { id, name, amount }, mark)] : [];
  });
  const waiting = isApprover && rows.length > 0 && (
    <section aria-labelledby="mine">
      <h2 id="mine" className="mb-2 text-std-18B-160">
        {approvalsText.mine}
      </h2>
      {queue.all > 0 && (
        <div className="mb-2 w-fit">
          <QueueFilters href={approvals} filter={queue.filter} departments={queue.departments} />
        </div>
      )}
      {mine.length > 0 ? (
        <ApprovalTable
          lastIsOpen={frame.lastIsOpen}
          caption={approvalsText.mine}
          year={year}
          rows={mine}
          submissions={submissions}
          warnings={warnings}
          query={asked}
        />
      ) : (
        <NoneQueued hasMore={queue.all > 0} href={approvals} />
      )}
    </section>
  );
  return (
    <>
      {isApprover && <KeepQuery path={approvals} query={asked} />}
      <PageHeader title={approvalsText.titleOf(year)} meta={approvalsText.count(rows.length)} />
      {rows.length === 0 && (
        <EmptyState message={approvalsText.empty}>
          <a href={yearPaths(year).entries} className="link">
            {approvalsText.toList}
          </a>
        </EmptyState>
      )}
      {isApprover && markable ? (
        <Markable year={year} filter={asked} marking={markable.marking} entries={marked}>
          {waiting}
        </Markable>
      ) : (
        waiting
      )}
      {others.length > 0 && (
        <section aria-labelledby="others" className={isApprover ? 'mt-8' : undefined}>
          <h2 id="others" className="mb-2 text-std-18B-160">
            {isApprover ? approvalsText.others : approvalsText.list}
          </h2>
          <ApprovalTable
            lastIsOpen={frame.lastIsOpen}
            caption={isApprover ? approvalsText.others : approvalsText.list}
            year={year}
            rows={others}
            submissions={submissions}
          />
        </section>
      )}
      <ReturnedList year={year} entries={returned} />
    </>
  );
});
