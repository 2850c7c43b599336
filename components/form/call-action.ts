import { problemOfReply, type Reply } from '@/lib/domain/answer';
import type { Outcome } from '@/lib/domain/result';
import { DRAWN_FOR_HEADER } from '@/lib/domain/sign-in/drawn-for';
import { newSignal } from './signal';

let reply: Reply | null = null;

let drawnFor: string | null = null;

/** Characters of up to three bytes. */
const LEFT_BEHIND = 16_000;

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
    // What a page sent goes on when the page is left; browsers allow that for 64 KB.
    const keepalive = typeof init?.body === 'string' && init.body.length < LEFT_BEHIND;
    const response = await fetch(input, { ...init, headers, keepalive });
    // The front door refuses an action in this type alone.
    reply = { status: response.status, isOurs: response.headers.get('content-type') === 'text/plain' };
    return response;
  };
}
if (typeof window !== 'undefined') watchActions();

let awaited = 0;
const changed = newSignal();

function wait(by: number): void {
  awaited += by;
  changed.tell();
}

/** While something is awaited, the page says that it is being sent (`SendingNotice`). */
export const useIsSending = (): boolean => changed.use(() => awaited > 0);

let afterwards = '';
/** Where the page leads once that is over, said beside it; '' where it stays. */
export const useAfterwards = (): string => changed.use(() => afterwards);
export function sayAfterwards(words: string): void {
  afterwards = words;
  changed.tell();
}

export async function whileSending<T>(sent: Promise<T>): Promise<T> {
  wait(1);
  try {
    return await sent;
  } finally {
    wait(-1);
  }
}

async function answerOf<T>(act: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    const answer: Outcome<T> | undefined = await act();
    return answer ?? { ok: false, code: problemOfReply(reply) };
  } catch {
    return { ok: false, code: problemOfReply(reply) };
  }
}

/** Calls a server action, and says what came in place of its answer if none did. `isQuiet`: nobody waits for it. */
export function callAction<T>(act: () => Promise<Outcome<T>>, isQuiet = false): Promise<Outcome<T>> {
  const answer = answerOf(act);
  return isQuiet ? answer : whileSending(answer);
}

/** For the end of what is being sent: it lasts until the next page is there, and nothing is sent a second time meanwhile. */
export function leaveFor(href: string, how: 'assign' | 'replace' = 'assign'): Promise<never> {
  window.location[how](href);
  return new Promise(() => {});
}
