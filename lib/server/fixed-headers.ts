import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

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
