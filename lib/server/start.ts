import 'server-only';
import { parseEnv } from './env';
import { setFixedHeaders } from './fixed-headers';
import { dropForwardingHeaders } from './forwarded-headers';

/** Runs once, before the first request. Wrong settings end the process here and not at somebody's first click. */
export function prepareServer(): void {
  try {
    const env = parseEnv(process.env);
    if (!env.TRUST_PROXY) dropForwardingHeaders();
    setFixedHeaders(env.NEXTAUTH_URL.startsWith('https:'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
