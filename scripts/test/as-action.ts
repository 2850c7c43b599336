import { type WorkStore, workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { type RequestStore, workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external';
import { RequestCookies, type ResponseCookies } from 'next/dist/server/web/spec-extension/cookies';
import { withRequest } from '@/lib/server/current-request';

/** As Next runs an action: what it sets is what the browser has afterwards. */
export function asAction<T>(cookies: ResponseCookies, work: () => Promise<T>, headers = new Headers()): Promise<T> {
  const request = { type: 'request', phase: 'action', headers, cookies: new RequestCookies(headers) };
  const store = { ...request, mutableCookies: cookies, userspaceMutableCookies: cookies } as unknown as RequestStore;
  return workAsyncStorage.run({ route: '/' } as WorkStore, () =>
    workUnitAsyncStorage.run(store, () => withRequest({ id: 'x' }, work)),
  );
}
