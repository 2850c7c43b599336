import { connect, createServer, type Socket } from 'node:net';

/** The way to a database on this machine, which a test can block. */
export type Wire = {
  port: number;
  /** How many connections are open. */
  count(): number;
  /** Today's connections stay open and carry nothing any more, as behind a firewall that has forgotten them. */
  freeze(): void;
  /** Connections break, and there are no new ones. */
  cut(): void;
  heal(): void;
  close(): Promise<void>;
};

export async function openWire(target: number): Promise<Wire> {
  const pairs = new Set<[Socket, Socket]>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    near.pipe(far).pipe(near);
    for (const end of pair) {
      end.on('error', () => undefined);
      end.on('close', () => {
        for (const other of pair) other.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const drop = () => {
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
  };
  return {
    port: address.port,
    count: () => pairs.size,
    freeze: () => {
      for (const [near, far] of pairs) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
    },
    cut: () => {
      isCut = true;
      drop();
    },
    heal: () => {
      isCut = false;
    },
    close: () => {
      drop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
