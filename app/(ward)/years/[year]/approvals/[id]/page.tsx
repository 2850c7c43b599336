import { gatedPage } from '@/app/gated-page';
import { entryMetadata, entryOfPath } from '@/app/path-parameters';
import { ReviewQueue } from '@/components/approval/review-queue';
import { UndecidableNotice } from '@/components/approval/undecidable-notice';
import { WorkflowBar } from '@/components/approval/workflow-bar';
import { EntryBody } from '@/components/entry/entry-body';
import { EntryHead } from '@/components/entry/entry-head';
import { KeepQuery } from '@/components/shell/kept-query';
import { Breadcrumbs } from '@/components/shell/page-header';
import { queueFilterOf, reviewQueue } from '@/lib/domain/entry/review-queue';
import { hasRoleFor } from '@/lib/domain/permissions';
import { queueQuery } from '@/lib/list-routes';
import { entryPaths, yearPaths } from '@/lib/routes';
import { readEntryBody } from '@/lib/server/entry/entry-body-queries';
import { listReviewQueue } from '@/lib/server/entry/review-queue-queries';
import { getPossibleDeciders } from '@/lib/server/entry/undecidable-entries';
import { approvalsText } from '@/lib/text/entry/approvals';

export const generateMetadata = entryMetadata('approval.read', ({ name }) => `${approvalsText.title}：${name}`);

export default gatedPage('approval.read', { section: 'approvals' }, async (reader, params, query) => {
  const entry = await entryOfPath(reader, params);
  const isApprover = hasRoleFor(reader, 'entry.approve');
  const [content, queued] = await Promise.all([
    readEntryBody(reader, entry),
    isApprover ? listReviewQueue(reader, entry.year, entry.id) : [],
  ]);
  const queue = reviewQueue(queued, queueFilterOf(query), entry.id);
  const { position, count, next } = queue;
  const { approvals } = yearPaths(entry.year);
  const asked = queueQuery(queue.filter);
  const place = {
    position,
    count,
    next: next && { href: `${entryPaths(entry.year, next.id).approval}${asked}`, name: next.name },
    isOver: queue.all === 0,
    listHref: approvals,
  };
  const above = <Breadcrumbs crumbs={[{ label: approvalsText.title, href: approvals }]} />;
  const shown = (
    <div className="min-w-0">
      <EntryHead entry={entry} above={isApprover ? undefined : above} />
      {entry.isUndecidable && (
        <UndecidableNotice isSubmitted possibleDeciders={await getPossibleDeciders(reader, entry.id)} />
      )}
      <EntryBody entry={entry} {...content} />
    </div>
  );
  return (
    <>
      {isApprover && <KeepQuery path={approvals} query={asked} />}
      {isApprover ? (
        <div className="review">
          <ReviewQueue year={entry.year} currentId={entry.id} queue={queue} />
          {shown}
        </div>
      ) : (
        shown
      )}
      <WorkflowBar
        key={entry.id}
        entry={entry}
        checkHref={entryPaths(entry.year, entry.id).confirm}
        review={isApprover ? place : null}
      />
    </>
  );
});
