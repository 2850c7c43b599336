import 'server-only';
import { env } from './env';

type Headers = { get(name: string): string | null };

/** A changing request has to name its origin, and it has to be ours. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (!origin) return false;
  return origin === new URL(env.NEXTAUTH_URL).origin || URL.parse(origin)?.host === headers.get('host');
}

/** A reading request of a route handler: other sites may not embed or fetch it. */
export function isForeignFetch(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  return site === 'cross-site' || site === 'same-site';
}
