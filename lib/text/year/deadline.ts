import { daysUntil } from '@/lib/domain/year/deadline';
import { yearFieldLabels } from './year-settings';

function leftText(days: number): string {
  if (days > 0) return `あと${days}日`;
  return days === 0 ? '今日まで' : `期限を${-days}日過ぎています`;
}

/** 提出期限 11月28日（あと3日） */
export function deadlineText(day: string, now: Date): string {
  const [, month, date] = day.split('-').map(Number);
  return `${yearFieldLabels.deadline} ${month}月${date}日（${leftText(daysUntil(day, now))}）`;
}
