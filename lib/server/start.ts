import 'server-only';
import { type Env, parseEnv } from './env';
import { setFixedHeaders } from './fixed-headers';
import { dropForwardingHeaders } from './forwarded-headers';

/** TLS means a proxy nearly always. Untold of it, the server takes everybody's address for the proxy's, and locks it for all. */
export const proxyWarning = ({
  NEXTAUTH_URL,
  TRUST_PROXY,
}: Pick<Env, 'NEXTAUTH_URL' | 'TRUST_PROXY'>): string | null =>
  NEXTAUTH_URL.startsWith('https:') && TRUST_PROXY === undefined
    ? 'TRUST_PROXY が指定されていません。プロキシの後ろで動かすときは 1 を、そうでないときは 0 を指定してください（.env.example）。'
    : null;

/** Runs once, before the first request. Wrong settings end the process here and not at somebody's first click. */
export function prepareServer(): void {
  try {
    const env = parseEnv(process.env);
    if (!env.TRUST_PROXY) dropForwardingHeaders();
    const warning = proxyWarning(env);
    if (warning) console.warn(warning);
    setFixedHeaders(env.NEXTAUTH_URL.startsWith('https:'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
