import { type WorkStore, workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { type RequestStore, workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external';
import { RequestCookies, ResponseCookies } from 'next/dist/server/web/spec-extension/cookies';
import type pg from 'pg';
import type { Actor } from '@/lib/domain/actor';
import { DRAWN_FOR_HEADER, drawnFor } from '@/lib/domain/sign-in/drawn-for';
import { withRequest } from '@/lib/server/current-request';
import { writeSessionCookie } from '@/lib/server/gate/session-cookie';
import { sessionOf } from './actors';

/** As Next runs an action: what it sets is what the browser has afterwards. */
export function asAction<T>(cookies: ResponseCookies, work: () => Promise<T>, headers = new Headers()): Promise<T> {
  const request = { type: 'request', phase: 'action', headers, cookies: new RequestCookies(headers) };
  const store = { ...request, mutableCookies: cookies, userspaceMutableCookies: cookies } as unknown as RequestStore;
  return workAsyncStorage.run({ route: '/' } as WorkStore, () =>
    workUnitAsyncStorage.run(store, () => withRequest({ id: 'x' }, work)),
  );
}

/** Does the work as an action that is called by the actor's own page, in a session of their own. */
export async function asPageOf<T>(owner: pg.Client, actor: Actor, work: () => Promise<T>): Promise<T> {
  const id = await sessionOf(owner, actor);
  const called = async () => {
    await writeSessionCookie(id);
    return work();
  };
  return asAction(new ResponseCookies(new Headers()), called, new Headers({ [DRAWN_FOR_HEADER]: drawnFor(actor) }));
}
