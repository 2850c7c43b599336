import { gatedPage } from '@/app/gated-page';
import { entryMetadata, entryOfPath } from '@/app/path-parameters';
import { ChangesSinceDecision } from '@/components/approval/changes-since-decision';
import { JustDecided } from '@/components/approval/just-decided';
import { NextApproval } from '@/components/approval/next-approval';
import { UndecidableNotice } from '@/components/approval/undecidable-notice';
import { WorkflowPanel } from '@/components/approval/workflow-panel';
import { SentBackBanner } from '@/components/entry/entry-banners';
import { EntryFacts } from '@/components/entry/entry-facts';
import { StatusLabel } from '@/components/entry/status-label';
import { EntryFindings } from '@/components/findings/finding-list';
import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import { hasRoleFor } from '@/lib/domain/permissions';
import { tasksOf } from '@/lib/domain/year/year-home';
import { entryPaths, yearPaths } from '@/lib/routes';
import { listEntryTasks } from '@/lib/server/entry/home-queries';
import { getPossibleDeciders } from '@/lib/server/entry/undecidable-entries';
import { getPrintedChecks } from '@/lib/server/findings/entry-findings-queries';
import { getChangesSinceDecision } from '@/lib/server/history/entry-history-queries';
import { approvalsText } from '@/lib/text/entry/approvals';
import { entryText } from '@/lib/text/entry/entry';

export const generateMetadata = entryMetadata('approval.read', ({ name }) => `${approvalsText.title}：${name}`);

export default gatedPage('approval.read', { section: 'approvals' }, async (reader, params) => {
  const entry = await entryOfPath(reader, params);
  const [tasks, findings, since] = await Promise.all([
    listEntryTasks(reader),
    getPrintedChecks(reader, entry),
    entry.status === 'in_review' ? getChangesSinceDecision(reader, entry) : null,
  ]);
  const queue = tasksOf(tasks, entry.year).filter(({ kind }) => kind === 'review');
  const waiting = queue.filter(({ id }) => id !== entry.id);
  const following = queue[queue.findIndex(({ id }) => id === entry.id) + 1] ?? waiting[0];
  const next = following ? { href: entryPaths(entry.year, following.id).approval, name: following.name } : null;
  const paths = entryPaths(entry.year, entry.id);
  return (
    <>
      <JustDecided key={entry.id} />
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: approvalsText.title, href: yearPaths(entry.year).approvals }]} />}
        title={entry.name}
        meta={<StatusLabel status={entry.status} />}
        actions={
          <a href={paths.history} className="link">
            {approvalsText.history}（{entryText.revisions(entry.revisions)}）
          </a>
        }
      />
      {entry.isUndecidable && (
        <UndecidableNotice isSubmitted possibleDeciders={await getPossibleDeciders(reader, entry.id)} />
      )}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {since ? <ChangesSinceDecision since={since} /> : <SentBackBanner {...entry} />}
          <EntryFindings findings={findings} reasons={entry.findingReasons ?? []} className="mb-4" />
          <EntryFacts entry={entry} />
        </div>
        <div className="print:hidden">
          <WorkflowPanel key={entry.id} entry={entry} checkHref={paths.confirm} nextHref={next?.href ?? null} />
          {hasRoleFor(reader, 'entry.approve') && <NextApproval year={entry.year} next={next} count={waiting.length} />}
        </div>
      </div>
    </>
  );
});
