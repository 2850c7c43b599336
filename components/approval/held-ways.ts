import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { sayAfterwards } from '@/components/form/call-action';
import { newSignal } from '@/components/form/signal';
import { useLeaveWarning } from '@/components/form/use-leave-warning';
import { isToThisPage, pressedLink } from '@/components/shell/pressed-link';
import { refreshIfAnswering } from '@/components/shell/refresh';
import type { WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { decisionText } from '@/lib/text/entry/approvals';

/** A decision that led to the next entry at once. */
export type JustDecided = { action: WorkflowAction; entryId: string; version: number; name: string };

/** A way away from the page. Within a queue it says there what was decided. */
export type Way = { to: 'next' | 'other' | 'page'; go: (decided: JustDecided | null) => void };

/** Acts that aren't answered yet, and where somebody wants to go meanwhile. Who went before would not hear that one was refused. */
let unanswered = 0;
let wanted: Way | null = null;
/** Where the page stood when the newest of them was sent. */
let here: { state: unknown; href: string } | null = null;
const changed = newSignal();

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
  here = { state: window.history.state, href: window.location.href };
  changed.tell();
  let stays = true;
  try {
    const answer = await send();
    stays = !isDone(answer);
    return answer;
  } finally {
    unanswered -= 1;
    changed.tell();
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

let isWatching = false;
/** From the first page on, before Next's own listener, which draws another page at once. */
export function watchTurns(refresh: () => void): void {
  if (isWatching) return;
  isWatching = true;
  window.addEventListener('popstate', (event) => {
    // A link to a place of this page.
    if (!event.state) return;
    if (here && isHeld({ to: 'page', go: () => window.history.back() })) {
      event.stopImmediatePropagation();
      window.history.pushState(here.state, '', here.href);
      // Between entries of a queue 戻る shows what was there when they were left.
    } else void refreshIfAnswering(refresh);
  });
}

/** The links of the page, what stands above it and the browser's 戻る: whatever is no act of the page itself. */
export function useHeldWays(): void {
  const { refresh } = useRouter();
  // Of what loads another page, the browser asks.
  useLeaveWarning(changed.use(isAnythingUnanswered), isAnythingUnanswered);
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
    watchTurns(refresh);
    // Links once their own programs have had them, forms before.
    document.addEventListener('click', follow);
    document.addEventListener('submit', submit, true);
    return () => {
      document.removeEventListener('click', follow);
      document.removeEventListener('submit', submit, true);
    };
  }, [refresh]);
}
