import { BackLink } from '@/components/shell/kept-query';
import { ButtonLink } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import type { AfterSubmit } from '@/lib/domain/entry/entry-view';
import { entryPaths, yearPaths } from '@/lib/routes';
import { submittedText } from '@/lib/text/entry/entry';

type SubmittedBannerProps = { after: AfterSubmit; departmentName: string; year: number };

/** The result of submitting: who is next, and what to do next. */
export function SubmittedBanner({ after, departmentName, year }: SubmittedBannerProps) {
  const { approvers, nextDraft } = after;
  return (
    <NotificationBanner
      kind="success"
      title={submittedText.title}
      className="mb-4"
      actions={
        nextDraft ? (
          <ButtonLink href={entryPaths(year, nextDraft.id).edit}>
            {nextDraft.isReturned ? submittedText.nextReturned : submittedText.nextDraft}
            <span className="sr-only">：{nextDraft.name}</span>
          </ButtonLink>
        ) : (
          <BackLink href={yearPaths(year).entries} label={submittedText.toList} className="link" />
        )
      }
    >
      {[approvers.length > 0 && submittedText.next(departmentName, approvers), !nextDraft && submittedText.noDraft]
        .filter(Boolean)
        .join('\n')}
    </NotificationBanner>
  );
}
