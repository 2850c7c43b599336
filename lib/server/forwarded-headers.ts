import { type IncomingMessage, Server } from 'node:http';

const FORWARDING = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded', 'x-real-ip'];

/**
 * Drops the forwarding headers that clients send before Next sees them: it keeps an `x-forwarded-for` that is
 * already there, so a client could choose its address and dodge the lock-out.
 */
export function dropForwardingHeaders(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function dropping(this: Server, event: string | symbol, ...rest: unknown[]) {
    if (event === 'request') {
      const { headers } = rest[0] as IncomingMessage;
      for (const name of FORWARDING) delete headers[name];
    }
    return emit.call(this, event, ...rest);
  };
}
