import { Icon } from '@/components/ui/icons';
import { daysUntil } from '@/lib/domain/year/deadline';
import { deadlineText } from '@/lib/text/year/deadline';

/** From here on it is urgent. */
const DAYS_LEFT = 3;

type DeadlineProps = {
  /** null: there is none. */
  deadline: string | null;
  now: Date;
  className?: string;
};

/** By when the 課 submit, and how long that is. */
export function Deadline({ deadline, now, className }: DeadlineProps) {
  if (!deadline) return null;
  const isUrgent = daysUntil(deadline, now) <= DAYS_LEFT;
  return (
    <span
      className={`inline-flex items-center gap-1 align-bottom whitespace-nowrap ${isUrgent ? 'font-bold text-orange-900' : ''} ${className ?? ''}`}
    >
      {isUrgent && <Icon name="warning" />}
      {deadlineText(deadline, now)}
    </span>
  );
}
