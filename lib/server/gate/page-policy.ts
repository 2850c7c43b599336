import 'server-only';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ASKED_PATH_HEADER } from '@/lib/domain/sign-in/asked-path';

const policy = (nonce: string, isDevelopment: boolean): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

const NO_PAGE = /^\/(?:api|_next\/static)\//;
/** Next's own mark in the address of a part of a page. */
const PART = /([?&])_rsc=[^&]*(?:&|$)/;

/**
 * Gives a page its content security policy with a fresh nonce, which Next puts on the page's scripts, and tells it its
 * address. What is no page has the policy of start.ts.
 */
export function setPagePolicy({ headers, url = '' }: IncomingMessage, response: ServerResponse): void {
  delete headers['content-security-policy'];
  delete headers[ASKED_PATH_HEADER];
  if (NO_PAGE.test(url) || headers['next-action']) return;
  const value = policy(randomBytes(16).toString('base64'), process.env.NODE_ENV === 'development');
  headers['content-security-policy'] = value;
  headers[ASKED_PATH_HEADER] = url.replace(PART, '$1').replace(/[?&]$/, '');
  response.setHeader('content-security-policy', value);
}
