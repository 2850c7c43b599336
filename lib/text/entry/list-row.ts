import type { CarriedReason } from '@/lib/domain/entry/entry-list';
import { newProject } from '@/lib/text/terms';

/** What rows say: the browser draws them, and loads no other words of the list. */
export const rowText = {
  priority: '重点',
  notEntered: '未入力',
  notKnown: '－',
  undecidable: '承認できる人がいません',
} as const;

/** Why last year's money has a row of its own. */
export const carriedText: Record<CarriedReason, string> = {
  moved: '移管',
  dropped: '廃止',
  unmatched: '対応する事業なし',
};

/** In the place of last year's amount. */
export const lastYearMarkText = { new: newProject, moved: '移管' } as const;

/** 11/23: of the same, where there is no room for more. */
export const shortDate = (step: string): string => step.slice(0, step.indexOf(' '));
