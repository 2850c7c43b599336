import { gatedPage, type Query } from '@/app/gated-page';
import { entryMetadata, entryOfPath } from '@/app/path-parameters';
import { UndecidableNotice } from '@/components/approval/undecidable-notice';
import { WorkflowBar } from '@/components/approval/workflow-bar';
import { EntryBody } from '@/components/entry/entry-body';
import { EntryHead } from '@/components/entry/entry-head';
import { SubmittedBanner } from '@/components/entry/submitted-banner';
import { AllowFindings } from '@/components/findings/allow-findings';
import { Breadcrumbs } from '@/components/shell/page-header';
import { NotificationBanner } from '@/components/ui/notification-banner';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { WAITING } from '@/lib/domain/entry/entry-workflow';
import { openErrors } from '@/lib/domain/findings/finding-reasons';
import { entryPaths, yearPaths } from '@/lib/routes';
import { readEntryBody } from '@/lib/server/entry/entry-body-queries';
import { getAfterSubmit } from '@/lib/server/entry/entry-queries';
import { getPossibleDeciders } from '@/lib/server/entry/undecidable-entries';
import type { Reader } from '@/lib/server/gate/reading';
import { entryText, submittedText } from '@/lib/text/entry/entry';
import { correctionText, moveText } from '@/lib/text/entry/entry-administration';

/** The drafter's way here from 提出. */
const isJustSubmitted = (entry: EntryView, { submitted }: Query, { departmentId }: Reader): boolean =>
  submitted === '1' && WAITING.includes(entry.status) && entry.departmentId === departmentId;

export const generateMetadata = entryMetadata('entry.read', (entry, query, reader) =>
  isJustSubmitted(entry, query, reader) ? `${submittedText.title}${entry.name}` : entry.name,
);

export default gatedPage('entry.read', { section: 'entries' }, async (reader, params, query) => {
  const entry = await entryOfPath(reader, params);
  const paths = entryPaths(entry.year, entry.id);
  const body = await readEntryBody(reader, entry);
  const errors = entry.canAllowFindings ? openErrors(body.findings, entry.findingReasons ?? []) : [];
  return (
    <>
      {isJustSubmitted(entry, query, reader) && (
        <SubmittedBanner
          after={await getAfterSubmit(reader, entry)}
          departmentName={entry.departmentName}
          year={entry.year}
        />
      )}
      <EntryHead
        entry={entry}
        above={<Breadcrumbs crumbs={[{ label: entryText.list, href: yearPaths(entry.year).entries }]} />}
        links={
          <>
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
          </>
        }
      />
      {query.moved === '1' && entry.canMove && (
        <NotificationBanner kind="success" title={moveText.done} className="mb-4" />
      )}
      {entry.isUndecidable && (
        <UndecidableNotice isSubmitted possibleDeciders={await getPossibleDeciders(reader, entry.id)} />
      )}
      <EntryBody entry={entry} {...body} findings={body.findings.filter((finding) => !errors.includes(finding))} />
      {errors.length > 0 && <AllowFindings entryId={entry.id} version={entry.version} errors={errors} />}
      <WorkflowBar entry={entry} checkHref={paths.confirm} editHref={entry.canEdit ? paths.edit : undefined} />
    </>
  );
});
