import { NotificationBanner } from '@/components/ui/notification-banner';
import { SummaryList } from '@/components/ui/summary-list';
import type { UserDetail } from '@/lib/domain/user';
import { formatEraDateTime } from '@/lib/text/format';
import { usersText } from '@/lib/text/users';
import { UserState } from './user-state';

/** What isn't changed here: fixed values stand as text. */
export function UserFacts({ user }: { user: UserDetail }) {
  return (
    <>
      {!user.isHomeWard && (
        <NotificationBanner kind="info" title={usersText.guestNote(user.homeWardName)} className="mb-4" />
      )}
      <SummaryList
        rows={[
          { term: usersText.loginId, value: user.loginId },
          { term: usersText.state, value: <UserState user={user} /> },
          ...(user.initialPasswordUntil
            ? [{ term: usersText.initialUntil, value: formatEraDateTime(user.initialPasswordUntil) }]
            : []),
          {
            term: usersText.lastSignIn,
            value: user.lastSignInAt ? formatEraDateTime(user.lastSignInAt) : usersText.never,
          },
          { term: usersText.sessions, value: usersText.sessionCount(user.sessionCount) },
        ]}
      />
    </>
  );
}
