import { gatedPage, type Query } from '@/app/gated-page';
import { entryMetadata, entryOfPath } from '@/app/path-parameters';
import { UndecidableNotice } from '@/components/approval/undecidable-notice';
import { WorkflowPanel } from '@/components/approval/workflow-panel';
import { SentBackBanner } from '@/components/entry/entry-banners';
import { EntryFacts } from '@/components/entry/entry-facts';
import { StatusLabel } from '@/components/entry/status-label';
import { SubmittedBanner } from '@/components/entry/submitted-banner';
import { AllowFindings } from '@/components/findings/allow-findings';
import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import { NotificationBanner } from '@/components/ui/notification-banner';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { openErrors } from '@/lib/domain/findings/finding-reasons';
import { entryPaths, yearPaths } from '@/lib/routes';
import { getAfterSubmit } from '@/lib/server/entry/entry-queries';
import { getPossibleDeciders } from '@/lib/server/entry/undecidable-entries';
import { getEntryChecks } from '@/lib/server/findings/entry-findings-queries';
import type { Reader } from '@/lib/server/gate/reading';
import { entryText, submittedText } from '@/lib/text/entry/entry';
import { correctionText, moveText } from '@/lib/text/entry/entry-administration';

/** The drafter's way here from 提出. */
const isJustSubmitted = (entry: EntryView, { submitted }: Query, { departmentId }: Reader): boolean =>
  submitted === '1' && entry.status === 'in_review' && entry.departmentId === departmentId;

export const generateMetadata = entryMetadata('entry.read', (entry, query, reader) =>
  isJustSubmitted(entry, query, reader) ? `${submittedText.title}${entry.name}` : entry.name,
);

export default gatedPage('entry.read', { section: 'entries' }, async (reader, params, query) => {
  const entry = await entryOfPath(reader, params);
  const paths = entryPaths(entry.year, entry.id);
  const errors = entry.canAllowFindings
    ? openErrors((await getEntryChecks(reader, entry)).findings, entry.findingReasons ?? [])
    : [];
  return (
    <>
      {isJustSubmitted(entry, query, reader) && (
        <SubmittedBanner
          after={await getAfterSubmit(reader, entry)}
          departmentName={entry.departmentName}
          year={entry.year}
        />
      )}
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: entryText.list, href: yearPaths(entry.year).entries }]} />}
        title={entry.name}
        meta={<StatusLabel status={entry.status} />}
        actions={
          <>
            <a href={paths.history} className="link">
              {entryText.history}（{entryText.revisions(entry.revisions)}）
            </a>
            {entry.canMove && (
              <a href={paths.move} className="link">
                {moveText.link}
              </a>
            )}
            {entry.canCorrect && (
              <a href={paths.correct} className="link">
                {correctionText.link}
              </a>
            )}
            {entry.canEdit && (
              <ButtonLink href={paths.edit} icon={<Icon name="edit" />}>
                {entryText.edit}
              </ButtonLink>
            )}
          </>
        }
      />
      {query.moved === '1' && entry.canMove && (
        <NotificationBanner kind="success" title={moveText.done} className="mb-4" />
      )}
      <SentBackBanner {...entry} />
      {entry.isUndecidable && (
        <UndecidableNotice isSubmitted possibleDeciders={await getPossibleDeciders(reader, entry.id)} />
      )}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <EntryFacts entry={entry} />
          {errors.length > 0 && <AllowFindings entryId={entry.id} version={entry.version} errors={errors} />}
        </div>
        <div className="print:hidden">
          <WorkflowPanel entry={entry} checkHref={paths.confirm} />
        </div>
      </div>
    </>
  );
});
