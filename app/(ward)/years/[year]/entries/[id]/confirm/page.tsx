import { gatedPage, refused } from '@/app/gated-page';
import { entryMetadata, entryOfPath } from '@/app/path-parameters';
import { UndecidableNotice } from '@/components/approval/undecidable-notice';
import { Refused } from '@/components/entry/entry-banners';
import { EntryBody } from '@/components/entry/entry-body';
import { EntryHead } from '@/components/entry/entry-head';
import { MISSING_ID, MissingNotice } from '@/components/entry/missing-notice';
import { SubmitEntry } from '@/components/entry/submit-entry';
import { FindingList } from '@/components/findings/finding-list';
import { Breadcrumbs } from '@/components/shell/page-header';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { openErrors } from '@/lib/domain/findings/finding-reasons';
import { entryPaths, yearPaths } from '@/lib/routes';
import { readEntryBody } from '@/lib/server/entry/entry-body-queries';
import { getPossibleDeciders } from '@/lib/server/entry/undecidable-entries';
import { confirmText, entryText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { findingsText } from '@/lib/text/findings/findings';

/** Where a press of 提出 leads while something is wrong. */
const ERRORS_ID = 'errors';

export const generateMetadata = entryMetadata('entry.submit', ({ name }) => `${confirmText.title}：${name}`);

export default gatedPage('entry.submit', { section: 'entries' }, async (reader, params) => {
  const entry = await entryOfPath(reader, params);
  const paths = entryPaths(entry.year, entry.id);
  if (!entry.availableActions.includes('submit')) {
    const content = <Refused title={editorText.cannotSubmit} entry={entry} entryHref={paths.entry} />;
    return refused(entry.refusal ?? 'wrong_status', content);
  }
  const body = await readEntryBody(reader, entry);
  const { findings } = body;
  const said = entry.findingReasons ?? [];
  const errors = openErrors(findings, said);
  const allowed = findings.filter((finding) => finding.severity === 'error' && !errors.includes(finding));
  const crumbs = [
    { label: entryText.list, href: yearPaths(entry.year).entries },
    { label: entry.name, href: paths.entry },
  ];
  return (
    <>
      <MissingNotice missing={entry.missing} editHref={paths.edit} />
      {errors.length > 0 && (
        <section id={ERRORS_ID} tabIndex={-1} aria-label={findingsText.blocked} className="mb-4">
          <NotificationBanner kind="error" title={findingsText.blocked}>
            <FindingList findings={errors} hrefOf={(place) => `${paths.edit}#${place}`} />
          </NotificationBanner>
        </section>
      )}
      <EntryHead entry={entry} above={<Breadcrumbs crumbs={crumbs} />} title={confirmText.title} />
      {entry.deciders.length === 0 && (
        <UndecidableNotice isSubmitted={false} possibleDeciders={await getPossibleDeciders(reader, entry.id)} />
      )}
      <SubmitEntry
        entryId={entry.id}
        version={entry.version}
        blockedBy={entry.missing.length > 0 ? MISSING_ID : errors.length > 0 ? ERRORS_ID : null}
        entryHref={paths.entry}
        warnings={findings.filter(({ severity }) => severity === 'warning')}
        said={said}
      >
        <EntryBody
          entry={entry}
          {...body}
          answers={allowed.length > 0 && <FindingList findings={allowed} reasons={said} />}
          changeHref={(field) => `${paths.edit}#${field}`}
        />
      </SubmitEntry>
    </>
  );
});
