import 'server-only';
import { setImmediate } from 'node:timers/promises';

declare global {
  /** One for the server, however often its code is loaded. */
  var yosanTurn: Promise<unknown> | undefined;
}

/** What takes the server's one thread for some milliseconds is done one after the other, with everything else between. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const own = (globalThis.yosanTurn ?? Promise.resolve()).then(work);
  const rest = () => setImmediate();
  globalThis.yosanTurn = own.then(rest, rest);
  return own;
}
