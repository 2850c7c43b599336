import { useRouter } from 'next/navigation';
import { type MouseEvent, useEffect, useEffectEvent } from 'react';
import { isAnythingUnsaved } from '@/components/form/use-leave-warning';
import { isPlainPress } from '@/components/shell/pressed-link';
import { isHeld, type JustDecided, type Way } from './held-ways';

/** How the entry that is shown next was come to; null: as a page of its own. */
let cameBy: { decided: JustDecided | null } | null = null;

/** Somebody who presses a second time, because the answer takes long, doesn't mean the entry that has just come. */
const UNREAD_MS = 500;
/** Until when a press is none on what is shown, as times of events are counted. */
let unreadUntil = 0;

/** Drawing may begin several times before it is shown: only what was shown is over. */
export const newestArrival = () => cameBy;
export function forgetArrival(): void {
  if (cameBy) unreadUntil = performance.now() + (cameBy.decided ? UNREAD_MS : 0);
  cameBy = null;
}

/** To another entry, without loading a page where nothing is being written. */
export function useWayOn() {
  const { push } = useRouter();
  const goOn = (href: string, to: Way['to'], justDecided: JustDecided | null = null) => {
    if (isHeld({ to, go: (decided) => goOn(href, to, decided) })) return;
    // The browser asks first, as on any way out.
    if (isAnythingUnsaved()) return window.location.assign(href);
    cameBy = { decided: justDecided };
    return push(href);
  };
  const follow = (event: MouseEvent, href: string, to: Way['to']) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    goOn(href, to);
  };
  return { goOn, follow };
}

type Keys = { onNext: (() => void) | null; onApprove: (() => void) | null };

/** With Ctrl+Enter, a link opens in another tab. */
const isOnLink = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a[href]') !== null;

/** Alt+N: the next entry. Ctrl+Enter: approve this one, unless something is being written or asked, or it just came in sight. */
export function useReviewKeys({ onNext, onApprove }: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target, altKey, ctrlKey, metaKey, shiftKey, code, key } = event;
    if (event.isComposing || event.keyCode === 229 || event.repeat || shiftKey) return;
    if (document.querySelector('dialog[open]') || target instanceof HTMLTextAreaElement) return;
    const isNext = altKey && !ctrlKey && !metaKey && code === 'KeyN';
    const isApproval = ctrlKey && !altKey && key === 'Enter' && !isOnLink(target);
    const act = (isNext && onNext) || (isApproval && onApprove);
    if (!act) return;
    event.preventDefault();
    if (isNext || event.timeStamp >= unreadUntil) act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
