import pino from 'pino';
import { currentRequest } from './current-request';

type Level = 'error' | 'warn' | 'info';
export type Line = {
  level: Level;
  message: string;
  requestId?: string | undefined;
  facts?: Record<string, unknown>;
  error?: unknown;
};

const FRAMES = 12;

/** Messages quote what was entered; SQLSTATE and constraint say as much without it. */
const unquoted = (message: string): string =>
  message.replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|「[^」]*(?:」|$)/gs, '…').slice(0, 300);

export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack = '', cause } = error;
  const { code, constraint, digest } = error as { code?: unknown; constraint?: unknown; digest?: unknown };
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name,
    message: unquoted(message),
    code,
    constraint,
    digest,
    stack: frames.slice(0, FRAMES).map((line) => line.trim()),
    ...(cause !== undefined && { cause: errorFacts(cause) }),
  };
}

const SECOND = 1000;
/** Ids of equal lines that are named in their sum, so that a number on somebody's screen is still found. */
const NAMED = 50;

type Storm = { line: Record<string, unknown>; level: Level; count: number; requestIds: string[] };

/**
 * The first of equal lines is written at once, those of the same second become one line with their count.
 * @returns takes a line; `write` gets what is to be written.
 */
export function throttled(write: (level: Level, line: Record<string, unknown>) => void) {
  const storms = new Map<string, Storm>();

  const settle = (key: string) => {
    const storm = storms.get(key);
    storms.delete(key);
    if (!storm || storm.count === 0) return;
    const { line, level, count, requestIds } = storm;
    write(level, { ...line, count, requestIds });
    begin(key, level, line);
  };

  const begin = (key: string, level: Level, line: Record<string, unknown>) => {
    storms.set(key, { level, line, count: 0, requestIds: [] });
    setTimeout(settle, SECOND, key).unref();
  };

  return ({ level, message, requestId, facts = {}, error }: Line) => {
    const { path: _path, ms: _ms, ...equal } = facts;
    const problem = error === undefined ? {} : { error: errorFacts(error) };
    const { name, message: said, code, constraint } = { ...errorFacts(error) };
    const key = JSON.stringify([level, message, equal, error !== undefined && [name, said, code, constraint]]);
    const storm = storms.get(key);
    if (!storm) {
      write(level, { msg: message, requestId, ...facts, ...problem });
      return begin(key, level, { msg: message, ...equal, ...problem });
    }
    storm.count += 1;
    if (requestId && storm.requestIds.length < NAMED) storm.requestIds.push(requestId);
  };
}

/** Lines go out at once and in order: no worker, which a server that ends would lose them with. */
const sink = pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});

declare global {
  var yosanLog: ((line: Line) => void) | undefined;
}

export function log(line: Line): void {
  globalThis.yosanLog ??= throttled((level, { msg, ...facts }) => sink[level](facts, String(msg)));
  globalThis.yosanLog(line);
}

/** A request's error stands in the request's own line; without one it has a line of its own. */
export function logError(error: unknown): void {
  const request = currentRequest();
  if (request && !request.isLogged) request.error ??= error;
  else log({ level: 'error', message: 'failed', error, requestId: request?.id });
}

/** What Next and other libraries say comes as lines, too. What they say beside an error may quote somebody's text. */
export function takeOverConsole(): void {
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...said: unknown[]) => {
      const error = said.find((item) => item instanceof Error);
      if (error) return logError(error);
      const [first] = said;
      log({
        level,
        message: unquoted(typeof first === 'string' ? first : typeof first),
        requestId: currentRequest()?.id,
      });
    };
  }
}
