import 'server-only';
import { env } from '@/lib/server/database/env';

/**
 * The address that the request came from. Forwarding headers that a client sends are dropped when it arrives
 * (lib/server/forwarded-headers.ts), so what is read here was set by this server or by the trusted proxy.
 */
export function clientAddress(headers: { get(name: string): string | null }): string | null {
  const forwarded = headers.get('x-forwarded-for');
  if (!forwarded) return null;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  return (env().TRUST_PROXY ? hops.at(-1) : hops[0]) ?? null;
}
