import 'server-only';
import { type Env, parseEnv } from './env';
import { setFixedHeaders } from './fixed-headers';
import { type DoorRefusal, openFrontDoor } from './front-door';
import { readStacksOfAborts } from './light-aborts';
import { log, takeOverConsole } from './log';

/** TLS means a proxy nearly always. Untold of it, the server takes everybody's address for the proxy's, and locks it for all. */
export const proxyWarning = ({
  NEXTAUTH_URL,
  TRUST_PROXY,
}: Pick<Env, 'NEXTAUTH_URL' | 'TRUST_PROXY'>): string | null =>
  NEXTAUTH_URL.startsWith('https:') && TRUST_PROXY === undefined
    ? 'TRUST_PROXY が指定されていません。プロキシの後ろで動かすときは 1 を、そうでないときは 0 を指定してください（.env.example）。'
    : null;

/** Runs once, before the first request. Wrong settings end the process here and not at somebody's first click. */
export function prepareServer(wording: Record<DoorRefusal, string>): void {
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
