import 'server-only';
import { env } from './env';

type Headers = { get(name: string): string | null };

/**
 * A changing request has to name its origin, and it has to be ours. Only without TLS may that be another name of the
 * machine: with it, a page that came over plain HTTP could be anybody's.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (!origin) return false;
  const own = new URL(env.NEXTAUTH_URL);
  return origin === own.origin || (own.protocol === 'http:' && origin === `http://${headers.get('host')}`);
}

/** A reading request of a route handler: other sites may not embed or fetch it. */
export function isForeignFetch(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  return site === 'cross-site' || site === 'same-site';
}
