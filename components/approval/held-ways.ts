import { useEffect } from 'react';
import { sayAfterwards } from '@/components/form/call-action';
import { isToThisPage, pressedLink } from '@/components/shell/pressed-link';
import type { WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { decisionText } from '@/lib/text/entry/approvals';

/** A decision that led to the next entry at once. */
export type JustDecided = { action: WorkflowAction; entryId: string; version: number; name: string };

/** A way away from the page. Within a queue it says there what was decided. */
export type Way = { to: 'next' | 'other' | 'page'; go: (decided: JustDecided | null) => void };

/** Acts that aren't answered yet, and where somebody wants to go meanwhile. Who went before would not hear that one was refused. */
let unanswered = 0;
let wanted: Way | null = null;

function want(way: Way | null): void {
  wanted = way;
  sayAfterwards(way ? decisionText.goesTo[way.to] : '');
}

export const isAnythingUnanswered = (): boolean => unanswered > 0;

/** true: it waits for an answer. */
export function isHeld(way: Way): boolean {
  if (unanswered === 0) return false;
  want(way);
  return true;
}

/** Every way away from the page waits until this is answered; where it is refused, one stays. */
export async function holdingWays<Answer extends { ok: boolean }>(
  send: () => Promise<Answer>,
  isDone: (answer: Answer) => boolean = ({ ok }) => ok,
): Promise<Answer> {
  unanswered += 1;
  let stays = true;
  try {
    const answer = await send();
    stays = !isDone(answer);
    return answer;
  } finally {
    unanswered -= 1;
    if (stays) want(null);
  }
}

/** Where to go now that all is answered; null: nowhere. */
export function wantedWay(): Way | null {
  if (unanswered > 0) return null;
  const way = wanted;
  want(null);
  return way;
}

/** The links of the page and what stands above it: whatever is no act of the page itself. */
export function useHeldLinks(): void {
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.defaultPrevented ? null : pressedLink(event);
      if (!link || (link.hash && isToThisPage(link))) return;
      if (isHeld({ to: 'page', go: () => window.location.assign(link.href) })) event.preventDefault();
    };
    const submit = (event: SubmitEvent) => {
      const { target: form, submitter } = event;
      if (!(form instanceof HTMLFormElement) || form.closest('main')) return;
      if (!isHeld({ to: 'page', go: () => form.requestSubmit(submitter) })) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Links once their own programs have had them, forms before.
    document.addEventListener('click', follow);
    document.addEventListener('submit', submit, true);
    return () => {
      document.removeEventListener('click', follow);
      document.removeEventListener('submit', submit, true);
    };
  }, []);
}
