import http, { type IncomingHttpHeaders } from 'node:http';

const quantile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Sends one request of the client; throws when the answer is not the expected one. */
export type Request = (client: number) => Promise<void>;
type Load = { clients: number; seconds: number; request: Request };

/**
 * So many clients, each sending its next request when the last one is answered.
 * @returns requests per second, and p50 and p99 in ms.
 */
export async function load({ clients, seconds, request }: Load) {
  const times: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const one = async (client: number) => {
    while (performance.now() < end) {
      const sent = performance.now();
      await request(client);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  const elapsed = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  return {
    count: times.length,
    perSecond: times.length / elapsed,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

export type Sent = { method?: string; headers?: Record<string, string>; body?: string };
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** One HTTP request over kept connections; undici's fetch costs too much to measure others with. */
export function send(url: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = http.request(url, { method, headers, agent }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      );
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
