import { existsSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { pause } from '../launcher/process-identity';
import { load, type Request, send } from './load';
import { memoryMegabytes } from './process-cost';

const CLIENTS = 6;
const SECONDS = 30;
const SENTENCE = '区民の意見を踏まえ、地域の企業や団体と連携して取組を進める。';

const prose = (mark: string) => `${mark}${SENTENCE.repeat(40)}`.slice(0, 1000);

/** Latency (p50, p99, longest) of requests that have nothing to do with documents, one after the other. */
async function latency(requests: Record<string, Request>, seconds: number): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(requests).map((name) => [name, []]));
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    for (const [name, request] of Object.entries(requests)) {
      const sent = performance.now();
      await request(0);
      times[name]?.push(performance.now() - sent);
    }
    await pause(20);
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => {
      const sorted = all.toSorted((a, b) => a - b);
      return [name, [0.5, 0.99, 1].map((share) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN)];
    }),
  );
}

/** The longest turns of the server's loop in milliseconds of CPU time, one a second since then; see loop-turns.cjs. */
function longestTurns(file: string, since: number): number[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const turns = lines.map((line) => line.split(' ').map(Number)).filter(([at = 0]) => at > since);
  return turns.map(([, longest = 0]) => longest).sort((one, other) => other - one);
}

const saidOf = (turns: readonly number[]): string =>
  `${turns.slice(0, 5).join(', ')} ms; above 20 ms in ${turns.filter((of) => of > 20).length} of ${turns.length} seconds, above 50 ms in ${turns.filter((of) => of > 50).length}`;

const ASKED = ['api/years/2023/document/pdf', 'years/2023/document', 'api/years/2023/document/zip'] as const;

type Printing = {
  owner: pg.Client;
  app: { origin: string; pid: number };
  cookies: string[];
  fiscalYearId: string;
  requests: Record<string, Request>;
  entries: number;
  turns: string;
};

/** What others wait for while six people ask for entries of 2,000 characters, each time another document: its PDF, its page, all formats. */
export async function measurePrinting(asked: Printing): Promise<void> {
  const { owner, app, cookies, fiscalYearId, requests, entries, turns } = asked;
  await owner.query(
    `UPDATE entry SET is_priority = true, summary = left(id::text || $1, 1000), innovation = left(id::text || $1, 1000)
      WHERE fiscal_year_id = $2`,
    [prose(''), fiscalYearId],
  );
  // What is loaded at first is no matter of printing.
  for (const path of ASKED) await send(`${app.origin}/${path}`, { headers: { cookie: cookies[0] ?? '' } });
  let began = Date.now();
  const idle = await latency(requests, 10);
  const idleTurns = longestTurns(turns, began);
  began = Date.now();
  let round = 0;
  const answers: Record<number, number> = {};
  const print = async (client: number) => {
    round += 1;
    await owner.query(
      'UPDATE entry SET summary = $1 WHERE id = (SELECT id FROM entry WHERE fiscal_year_id = $2 LIMIT 1)',
      [prose(`第${round}回`), fiscalYearId],
    );
    const { status } = await send(`${app.origin}/${ASKED[round % ASKED.length]}`, {
      headers: { cookie: cookies[client] ?? '' },
    });
    answers[status] = (answers[status] ?? 0) + 1;
  };
  const printing = load({ clients: CLIENTS, seconds: SECONDS, request: print });
  const busy = await latency(requests, SECONDS);
  const most = memoryMegabytes(app.pid);
  await printing;
  const busyTurns = longestTurns(turns, began);
  await pause(60_000);
  console.log(
    `\n## Other requests while ${CLIENTS} clients ask for ${entries} × 2,000 characters: PDF, page, all formats\n`,
  );
  console.log('| | idle p50 ms | p99 | max | meanwhile p50 ms | p99 | max |\n|---|---|---|---|---|---|---|');
  for (const name of Object.keys(requests)) {
    const cells = [...(idle[name] ?? []), ...(busy[name] ?? [])].map((ms) => ms.toFixed(1));
    console.log(`| ${[name, ...cells].join(' | ')} |`);
  }
  console.log(`\nLongest turns of the server's loop, CPU: idle ${saidOf(idleTurns)}.\n`);
  console.log(`Meanwhile ${saidOf(busyTurns)}.`);
  const after = memoryMegabytes(app.pid).toFixed(0);
  console.log(
    `\nAnswers by status: ${JSON.stringify(answers)}; memory ${most.toFixed(0)} MB meanwhile, ${after} MB a minute later.`,
  );
}
