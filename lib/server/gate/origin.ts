import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';
import { env } from '@/lib/server/database/env';

/**
 * A changing request has to name its origin, and it has to be ours. Only without TLS may that be another name of the
 * machine: with it, a page that came over plain HTTP could be anybody's. Behind a proxy the Host is whatever the proxy says.
 * The front door asks, once for all.
 */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders): boolean {
  if (!origin) return false;
  const own = new URL(env().NEXTAUTH_URL);
  return origin === own.origin || (own.protocol === 'http:' && !env().TRUST_PROXY && origin === `http://${host}`);
}

/** A reading request of a route handler: other sites may not embed or fetch it. */
export function isForeignFetch(headers: { get(name: string): string | null }): boolean {
  const site = headers.get('sec-fetch-site');
  return site === 'cross-site' || site === 'same-site';
}
