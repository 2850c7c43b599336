import { NotificationBanner } from '@/components/ui/notification-banner';

/** Why the form could not be sent on, beside its button. Keep it mounted. */
export function FormProblem({ problem }: { problem: string | null }) {
  return <div role="alert">{problem && <NotificationBanner kind="error" title={problem} />}</div>;
}
