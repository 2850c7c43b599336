import { gatedPage, refused } from '@/app/gated-page';
import { entryMetadata, entryOfPath } from '@/app/path-parameters';
import { UndecidableNotice } from '@/components/approval/undecidable-notice';
import { Refused, SentBackBanner } from '@/components/entry/entry-banners';
import { EntryAmounts, entryRows } from '@/components/entry/entry-facts';
import { EntryPageHeader } from '@/components/entry/entry-page-header';
import { MISSING_ID, MissingNotice } from '@/components/entry/missing-notice';
import { SubmitEntry } from '@/components/entry/submit-entry';
import { FindingList } from '@/components/findings/finding-list';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { SummaryList } from '@/components/ui/summary-list';
import { openErrors } from '@/lib/domain/findings/finding-reasons';
import { entryPaths } from '@/lib/routes';
import { getPossibleDeciders } from '@/lib/server/entry/undecidable-entries';
import { getPrintedChecks } from '@/lib/server/findings/entry-findings-queries';
import { confirmText, entryFieldText } from '@/lib/text/entry/entry';
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
  const findings = await getPrintedChecks(reader, entry);
  const said = entry.findingReasons ?? [];
  const errors = openErrors(findings, said);
  const allowed = findings.filter((finding) => finding.severity === 'error' && !errors.includes(finding));
  const change = (field: string) => ({ label: confirmText.change, href: `${paths.edit}#${field}` });
  const amount = {
    term: entryFieldText.amount,
    value: <EntryAmounts {...entry} />,
    action: change('amount'),
  };
  const rows = entryRows(entry).flatMap(({ field, ...row }) =>
    field === 'departmentId' ? [row, amount] : { ...row, action: change(field) },
  );
  return (
    <div className="max-w-[64rem]">
      <MissingNotice missing={entry.missing} editHref={paths.edit} />
      {errors.length > 0 && (
        <section id={ERRORS_ID} tabIndex={-1} aria-label={findingsText.blocked} className="mb-4">
          <NotificationBanner kind="error" title={findingsText.blocked}>
            <FindingList findings={errors} hrefOf={(place) => `${paths.edit}#${place}`} />
          </NotificationBanner>
        </section>
      )}
      <EntryPageHeader title={confirmText.title} entry={entry} />
      <SentBackBanner {...entry} />
      {entry.deciders.length === 0 && (
        <UndecidableNotice isSubmitted={false} possibleDeciders={await getPossibleDeciders(reader, entry.id)} />
      )}
      {allowed.length > 0 && (
        <div className="mb-4">
          <FindingList findings={allowed} reasons={said} />
        </div>
      )}
      <SummaryList rows={rows} />
      <SubmitEntry
        entryId={entry.id}
        version={entry.version}
        blockedBy={entry.missing.length > 0 ? MISSING_ID : errors.length > 0 ? ERRORS_ID : null}
        entryHref={paths.entry}
        warnings={findings.filter(({ severity }) => severity === 'warning')}
        said={said}
      />
    </div>
  );
});
