import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const FORWARDING = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'x-real-ip',
];

/**
 * Drops the forwarding headers that clients send before Next sees them: it keeps an `x-forwarded-for` that is
 * already there, so a client could choose its address and dodge the lock-out.
 */
export function dropForwardingHeaders(): void {
  subscribe('http.server.request.start', (message) => {
    const { headers } = (message as { request: IncomingMessage }).request;
    for (const name of FORWARDING) delete headers[name];
  });
}
