import 'server-only';
import { randomBytes } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type CurrentRequest, withRequest } from '@/lib/server/current-request';
import { env } from '@/lib/server/database/env';
import { isUnavailable } from '@/lib/server/database/unavailable';
import { log } from '@/lib/server/log';
import { isOwnOrigin } from './origin';
import { packedFiles } from './packed-files';
import { setPagePolicy } from './page-policy';

/** What is refused before Next sees it, and how it is answered. */
const REJECTION_STATUS = {
  foreign_origin: 403,
  method_unknown: 405,
  length_required: 411,
  too_large: 413,
} as const;
export type Rejection = keyof typeof REJECTION_STATUS;

/** A file of the program is only read: Next answers 500 to anything else. */
const methodsOf = ({ url = '' }: IncomingMessage): string[] =>
  url.startsWith('/_next/static/') ? ['GET', 'HEAD'] : ['GET', 'HEAD', 'POST'];
/** The same as in next.config.js, which would answer 500. */
const BODY_LIMIT = 1024 * 1024;
const SLOW_MS = 1000;
/** When what is away or busy may be asked again. */
const RETRY_AFTER_SECONDS = '30';
/** Longer than proxies keep a connection (60 s): else one ends here just as the proxy sends a request on it, which is lost. */
const KEPT_MS = 75_000;

/** They name the client and the address that it used: anybody can send them. */
const FORWARDING = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'x-real-ip',
  'x-request-id',
];
/** Of a trusted proxy's own, these are believed. */
const BELIEVED = ['x-forwarded-for', 'x-request-id'];

function rejectionOf(request: IncomingMessage): Rejection | undefined {
  const { method = '', headers } = request;
  if (!methodsOf(request).includes(method)) return 'method_unknown';
  if (method === 'POST' && !isOwnOrigin(headers)) return 'foreign_origin';
  if (headers['transfer-encoding']) return 'length_required';
  return Number(headers['content-length'] ?? 0) > BODY_LIMIT ? 'too_large' : undefined;
}

/**
 * Next compares an action's origin with the address that these headers name, and has nothing to object once they name the origin
 * that has been judged here. Everything else is served as if it had been asked for at the program's own address.
 */
function settleHeaders({ method, headers }: IncomingMessage): void {
  const dropped = env().TRUST_PROXY ? FORWARDING.filter((name) => !BELIEVED.includes(name)) : FORWARDING;
  for (const name of dropped) delete headers[name];
  const { host, protocol } = new URL((method === 'POST' && headers.origin) || env().NEXTAUTH_URL);
  Object.assign(headers, { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) });
}

const NOWHERE = '/nowhere';

/** An address that can't be read leads nowhere, as one that nobody has heard of. */
function settleAddress(request: IncomingMessage): void {
  const [path = ''] = (request.url ?? '').split('?');
  const isReadable = (() => {
    try {
      return path.startsWith('/') && !decodeURIComponent(path).includes('\0');
    } catch {
      return false;
    }
  })();
  if (!isReadable) request.url = path.startsWith('/api/') ? `/api${NOWHERE}` : NOWHERE;
}

/** What is written out may be anybody's text. */
const loggedPath = (url = ''): string =>
  (url.split('?')[0] ?? '')
    .split('/')
    .map((part) => (/[^\w.-]/.test(part) ? '…' : part))
    .join('/')
    .slice(0, 200);

const requestId = ({ headers }: IncomingMessage): string => {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) && env().TRUST_PROXY
    ? given
    : randomBytes(6).toString('hex');
};

/** `status` is what was sent; undefined: nobody waited for it. */
type Visit = { current: CurrentRequest; method: string; path: string; started: number; status?: number };

function logVisit({ current, method, path, started, status }: Visit): void {
  current.isLogged = true;
  const { id, operation, actorId, code, error } = current;
  const ms = Math.round(performance.now() - started);
  const isRefused = code !== undefined || (status ?? 0) >= 400;
  // What Next says of a call that reached nothing of ours is the caller's error.
  const isBroken = (status ?? 0) >= 500 || (error !== undefined && (operation !== undefined || !isRefused));
  if (!isBroken && !isRefused && ms < SLOW_MS) return;
  log({
    level: isBroken ? 'error' : isRefused ? 'warn' : 'info',
    message: isBroken ? 'failed' : isRefused ? 'refused' : 'slow',
    requestId: id,
    facts: { method, path, operation, actorId, status, code, ms },
    ...(isBroken && error !== undefined && { error }),
  });
}

const TEXTUAL = /^(?:text\/|image\/svg\+xml|application\/(?:json|javascript|xml))[^;]*$/;

/** Every text says in what letters it is written. Next takes an action's refusal from `text/plain` alone, word for word. */
function nameCharset(request: IncomingMessage, response: ServerResponse): void {
  const type = response.getHeader('content-type');
  if (typeof type !== 'string' || !TEXTUAL.test(type)) return;
  if (type === 'text/plain' && request.headers['next-action']) return;
  response.setHeader('content-type', `${type}; charset=utf-8`);
}

/**
 * The status that pages say no with. And an action that broke before any of ours was reached was no action: Next answers
 * 500 to a body that it can't read.
 */
function settleStatus(request: IncomingMessage, response: ServerResponse, visit: Visit): void {
  const { current } = visit;
  const { 'next-action': action, 'content-type': type = '' } = request.headers;
  const isAction = request.method === 'POST' && (action !== undefined || type.startsWith('multipart/form-data'));
  const write = response.writeHead.bind(response);
  const settled = (status: number): number => {
    // Next loads the whole page anew when a part of it isn't answered with 200, and what was typed would be gone.
    if (status === 200 && current.status && !request.headers.rsc) return current.status;
    if (status === 500 && isUnavailable(current.error)) return 503;
    return status >= 500 && isAction && !current.operation ? 400 : status;
  };
  // Node calls it with what the caller gave, whatever that was.
  response.writeHead = ((status: number, ...rest: []) => {
    visit.status = settled(status);
    nameCharset(request, response);
    if (visit.status === 503) response.setHeader('retry-after', RETRY_AFTER_SECONDS);
    return write(visit.status, ...rest);
  }) as typeof response.writeHead;
}

type Wording = Record<Rejection, string>;

function reject(request: IncomingMessage, response: ServerResponse, code: Rejection, wording: Wording): void {
  // Next hands the text of an action's refusal on to the caller, from this type alone.
  const type = request.headers['next-action'] ? 'text/plain' : 'text/plain; charset=utf-8';
  response.writeHead(REJECTION_STATUS[code], {
    'content-type': type,
    'cache-control': 'private, no-store',
    ...(code === 'method_unknown' && { allow: methodsOf(request).join(', ') }),
    // The body is left unread, so that nothing else may follow on its connection.
    ...((code === 'too_large' || code === 'length_required') && { connection: 'close' }),
  });
  response.end(request.method === 'HEAD' ? undefined : wording[code]);
}

function enter(
  request: IncomingMessage,
  response: ServerResponse,
  { wording, sendPacked }: { wording: Wording; sendPacked: ReturnType<typeof packedFiles> },
  proceed: () => void,
): void {
  const current: CurrentRequest = { id: requestId(request) };
  const visit: Visit = {
    current,
    method: request.method ?? '',
    path: loggedPath(request.url),
    started: performance.now(),
  };
  response.setHeader('x-request-id', current.id);
  response.once('close', () => logVisit(visit));
  const rejection = rejectionOf(request);
  if (rejection) {
    current.code = rejection;
    visit.status = REJECTION_STATUS[rejection];
    reject(request, response, rejection, wording);
    return;
  }
  settleHeaders(request);
  settleAddress(request);
  setPagePolicy(request, response);
  settleStatus(request, response, visit);
  if (sendPacked(request, response)) return;
  withRequest(current, proceed);
}

/** Stands before Next's own listener: nothing is served that hasn't come through here. */
export function openFrontDoor(wording: Wording): void {
  const sendPacked = packedFiles(process.cwd());
  const guarded = new WeakSet<Server>();
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server };
    if (guarded.has(server)) return;
    guarded.add(server);
    server.keepAliveTimeout = KEPT_MS;
    // What asks for another protocol would pass by, and Next leaves its connection open for ever. Its reloading needs it.
    if (process.env.NODE_ENV !== 'development') server.removeAllListeners('upgrade');
    const within = server.listeners('request');
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) =>
      enter(request, response, { wording, sendPacked }, () => {
        for (const listener of within) listener.call(server, request, response);
      }),
    );
  });
}
