import { entryMetadata, entryOfPath } from '@/app/entry-of-path';
import { gatedPage } from '@/app/gated-page';
import { ChangesSinceDecision } from '@/components/approvals/changes-since-decision';
import { NextApproval } from '@/components/approvals/next-approval';
import { EntryFacts } from '@/components/entry/entry-facts';
import { SentBackBanner } from '@/components/entry/sent-back-banner';
import { UndecidableNotice } from '@/components/entry/undecidable-notice';
import { UnprintableNotice } from '@/components/entry/unprintable-notice';
import { WorkflowPanel } from '@/components/entry/workflow-panel';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLabel } from '@/components/ui/status-label';
import { unprintableIn } from '@/lib/document/printable';
import { printedTexts } from '@/lib/domain/entry';
import { entryPaths, yearPaths } from '@/lib/domain/paths';
import { hasRoleFor } from '@/lib/domain/permissions';
import { tasksOf } from '@/lib/domain/year-home';
import { getChangesSinceDecision } from '@/lib/server/entry-history-queries';
import { listEntryTasks } from '@/lib/server/home-queries';
import { getPossibleDeciders } from '@/lib/server/undecidable-entries';
import { approvalsText } from '@/lib/text/approvals';
import { entryText } from '@/lib/text/entry';

export const generateMetadata = entryMetadata('approval.read', ({ name }) => `${approvalsText.title}：${name}`);

export default gatedPage('approval.read', { section: 'approvals' }, async (reader, params) => {
  const entry = await entryOfPath(reader, params);
  const [tasks, since] = await Promise.all([
    listEntryTasks(reader),
    entry.status === 'in_review' ? getChangesSinceDecision(reader, entry) : null,
  ]);
  const waiting = tasksOf(tasks, entry.year).filter(({ kind, id }) => kind === 'review' && id !== entry.id);
  const paths = entryPaths(entry.year, entry.id);
  return (
    <>
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
          <UnprintableNotice characters={unprintableIn(printedTexts(entry))} />
          {since ? <ChangesSinceDecision since={since} /> : <SentBackBanner {...entry} />}
          <EntryFacts entry={entry} />
        </div>
        <div className="print:hidden">
          <WorkflowPanel entry={entry} checkHref={paths.confirm} />
          {hasRoleFor(reader, 'entry.approve') && <NextApproval year={entry.year} waiting={waiting} />}
        </div>
      </div>
    </>
  );
});
