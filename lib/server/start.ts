import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Env, parseEnv } from '@/lib/server/database/env';
import { openFrontDoor, type Rejection } from '@/lib/server/gate/front-door';
import { log, takeOverConsole } from './log';

/** Drawings and downloads run nothing and load nothing; opened on their own, user text in them can't either. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What every answer carries, files and refusals included. Pages get their own policy in place of this one (page-policy.ts). */
const headersOf = (isBehindTls: boolean): Record<string, string> => ({
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  ...(isBehindTls && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
});

/** Sets them before Next sees the request: no route can forget them. */
export function setFixedHeaders(isBehindTls: boolean): void {
  const headers = Object.entries(headersOf(isBehindTls));
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { request: IncomingMessage; response: ServerResponse };
    for (const [name, value] of headers) response.setHeader(name, value);
  });
}

/**
 * Keeps what a finished request held from being kept for good. V8 keeps the frames of an error as they are, with everything
 * that they lead to, until somebody reads its stack; the reason of an abort lives as long as whatever listens to the signal,
 * and Next aborts a signal in every rendering. Over the frames each request held the ones before it: some 100 KB each.
 */
export function readStacksOfAborts(): void {
  const { abort } = AbortController.prototype;
  AbortController.prototype.abort = function (reason) {
    if (reason instanceof Error) void reason.stack;
    abort.call(this, reason);
  };
}

/** TLS means a proxy nearly always. Untold of it, the server takes everybody's address for the proxy's, and locks it for all. */
export const proxyWarning = ({
  NEXTAUTH_URL,
  TRUST_PROXY,
}: Pick<Env, 'NEXTAUTH_URL' | 'TRUST_PROXY'>): string | null =>
  NEXTAUTH_URL.startsWith('https:') && TRUST_PROXY === undefined
    ? 'TRUST_PROXY が指定されていません。プロキシの後ろで動かすときは 1 を、そうでないときは 0 を指定してください（.env.example）。'
    : null;

/** Runs once, before the first request. Wrong settings end the process here and not at somebody's first click. */
export function prepareServer(wording: Record<Rejection, string>): void {
  try {
    const env = parseEnv(process.env);
    const warning = proxyWarning(env);
    if (warning) log({ level: 'warn', message: warning });
    setFixedHeaders(env.NEXTAUTH_URL.startsWith('https:'));
    openFrontDoor(wording);
    readStacksOfAborts();
    if (process.env.NODE_ENV === 'production') takeOverConsole();
  } catch (error) {
    // For whoever starts it, before there is anything to log.
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
