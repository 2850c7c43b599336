import { NotificationBanner } from '@/components/ui/notification-banner';
import { paths } from '@/lib/routes';
import { undecidableText as text } from '@/lib/text/entry/undecidable';

type UndecidableNoticeProps = {
  isSubmitted: boolean;
  /** Who could be made its approvers, for those who can do it; null for everybody else. */
  possibleDeciders: readonly string[] | null;
};

/** Nobody can decide about the entry: why, and who can do something about it. */
export function UndecidableNotice({ isSubmitted, possibleDeciders }: UndecidableNoticeProps) {
  return (
    <NotificationBanner
      kind="warning"
      title={isSubmitted ? text.title : text.titleBefore}
      className="mb-4"
      actions={
        possibleDeciders && (
          <a href={paths.users} className="link">
            {text.toUsers}
          </a>
        )
      }
    >
      {`${text.why}\n${possibleDeciders ? text.possible(possibleDeciders) : text.tellAdmin}`}
    </NotificationBanner>
  );
}
