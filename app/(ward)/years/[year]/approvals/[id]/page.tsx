import { gatedPage } from '@/app/gated-page';
import { NextApproval } from '@/components/approvals/next-approval';
import { EntryAmounts } from '@/components/entry/entry-amounts';
import { entryRows } from '@/components/entry/entry-rows';
import { WorkflowPanel } from '@/components/entry/workflow-panel';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLabel } from '@/components/ui/status-label';
import { SummaryList } from '@/components/ui/summary-list';
import { hasRoleFor } from '@/lib/domain/permissions';
import { listEntryTasks } from '@/lib/server/home-queries';
import { approvalsText } from '@/lib/text/approvals';
import { entryText } from '@/lib/text/entry';
import { formatEraDateTime } from '@/lib/text/format';
import { entryMetadata, entryOfPath, entryPaths } from '../../entries/[id]/entry-of-path';

export const generateMetadata = entryMetadata('approval.read', (name) => `${approvalsText.title}：${name}`);

export default gatedPage('approval.read', { section: 'approvals' }, async (reader, params) => {
  const entry = await entryOfPath(reader, params);
  const tasks = await listEntryTasks(reader, entry.year);
  const waiting = tasks.filter(({ kind, id }) => kind === 'review' && id !== entry.id);
  const paths = entryPaths(entry);
  const updated = entryText.updatedBy(formatEraDateTime(new Date(entry.updatedAt)), entry.updatedBy);
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: approvalsText.title, href: `/years/${entry.year}/approvals` }]} />}
        title={entry.name}
        meta={<StatusLabel status={entry.status} />}
        actions={
          <a href={paths.history} className="link">
            {approvalsText.history}（{entryText.revisions(entry.revisions)}）
          </a>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <EntryAmounts {...entry} />
          <div className="mt-4">
            <SummaryList
              rows={[
                ...entryRows(entry, ['categoryId', 'departmentId', 'isPriority', 'summary', 'innovation']),
                { term: entryText.updated, value: updated },
              ]}
            />
          </div>
        </div>
        <div className="print-hidden">
          <WorkflowPanel entry={entry} checkHref={paths.confirm} />
          {hasRoleFor(reader, 'entry.approve') && <NextApproval year={entry.year} waiting={waiting} />}
        </div>
      </div>
    </>
  );
});
