import { useSyncExternalStore } from 'react';
import { problemOfReply, type Reply } from '@/lib/domain/answer';
import type { Outcome } from '@/lib/domain/result';
import { DRAWN_FOR_HEADER } from '@/lib/domain/sign-in/drawn-for';

let reply: Reply | null = null;

let drawnFor: string | null = null;

/** Holds until the page is loaded anew: what is only brought up to date may come for another ward, around what was typed before. */
export function noteDrawnFor(whom: string): void {
  drawnFor ??= whom;
}

/** Every action says for whom its page was drawn. And Next tells a caller nothing of an answer that is no action's: its status is noted. */
function watchActions(): void {
  const { fetch } = window;
  window.fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (!headers.has('next-action')) return fetch(input, init);
    if (drawnFor) headers.set(DRAWN_FOR_HEADER, drawnFor);
    // Next sends one action after another, the next one at once: whoever called the last one reads what came of it first.
    await new Promise((resolve) => setTimeout(resolve));
    reply = null;
    const response = await fetch(input, { ...init, headers });
    // The front door refuses an action in this type alone.
    reply = { status: response.status, isOurs: response.headers.get('content-type') === 'text/plain' };
    return response;
  };
}
if (typeof window !== 'undefined') watchActions();

let awaited = 0;
const listeners = new Set<() => void>();

function change(by: number): void {
  awaited += by;
  for (const listener of listeners) listener();
}

/** While it lasts, the page says that something is being sent (`SendingNotice`). */
export async function whileSending<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  change(1);
  try {
    return await act();
  } finally {
    change(-1);
  }
}

/** Calls a server action, and says what came in place of its answer if none did. */
export async function callAction<T>(act: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    const answer: Outcome<T> | undefined = await whileSending(act);
    return answer ?? { ok: false, code: problemOfReply(reply) };
  } catch {
    return { ok: false, code: problemOfReply(reply) };
  }
}

/** For the end of what is being sent: it lasts until the next page is there, and nothing is sent a second time meanwhile. */
export function leaveFor(href: string, how: 'assign' | 'replace' = 'assign'): Promise<never> {
  window.location[how](href);
  return new Promise(() => {});
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useIsSending = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => awaited > 0,
    () => false,
  );
