import { AsyncLocalStorage } from 'node:async_hooks';

/** What the log will say about a request; the gate fills it in on the way. No contents: codes and ids alone. */
export type CurrentRequest = {
  readonly id: string;
  /** What was asked for: the first that names it knows best. */
  operation?: string;
  actorId?: string;
  /** Why the operation was not done. */
  code?: string;
  /** How a page is answered that says no: Next alone would answer 200. */
  status?: number;
  error?: unknown;
  isLogged?: true;
};

declare global {
  var yosanRequests: AsyncLocalStorage<CurrentRequest> | undefined;
}

/** Every copy of this module shares it: Next bundles the start apart from the pages. */
const requests = (): AsyncLocalStorage<CurrentRequest> => {
  globalThis.yosanRequests ??= new AsyncLocalStorage();
  return globalThis.yosanRequests;
};

export const withRequest = <T>(request: CurrentRequest, work: () => T): T => requests().run(request, work);

/** undefined: outside of a request. */
export const currentRequest = (): CurrentRequest | undefined => requests().getStore();

export function noteOperation(operation: string): void {
  const request = currentRequest();
  if (request) request.operation ??= operation;
}

export function noteRequest(facts: Pick<CurrentRequest, 'actorId' | 'code' | 'status'>): void {
  Object.assign(currentRequest() ?? {}, facts);
}
