import type pg from 'pg';
import { type ActionName, actionId, callAction } from './app-save';
import type { FilledYear } from './data';
import { type Request, send } from './load';
import { type Painted, paintedAnswers } from './painted-answer';
import { measure, writeTable } from './report';
import type { Server } from './servers';

const CLIENTS = 8;
const AT_ONCE = 40;
const RUNS = 7;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Marked = {
  owner: pg.Client;
  app: Server;
  appFolder: string;
  year: FilledYear;
  /** With the session of an approver and of a drafter. */
  approver: { cookie: string; whom: string };
  drafter: { cookie: string; whom: string };
};

/** What marking and the sheet promise: 40 approvals at once, an approval's answer, and a saved row, with 8 people at it. */
export async function measureMarked({ owner, app, appFolder, year, approver, drafter }: Marked): Promise<void> {
  const page = '/years/2023/approvals';
  // An action answers on the pages that call it.
  const act = (name: ActionName, who: typeof approver, input: unknown, on = page) =>
    callAction(app.origin, { ...who, id: actionId(appFolder, name), page: on, input });
  const ids = year.entries.map(({ id }) => id);
  const wait = (waiting: string[]) =>
    owner.query(`UPDATE entry SET status = 'in_review' WHERE id = ANY ($1)`, [waiting]);
  // Approved and taken back in turn, so that there is always something to decide about.
  const decider = (entries: string[]): Request => {
    const turns = new Map<number, number>();
    return async (client) => {
      const turn = turns.get(client) ?? 0;
      turns.set(client, turn + 1);
      const step = turn % 2 ? { step: 'takeBack', takes: 'approve' } : { step: 'approve' };
      const entryId = entries[client];
      await act('takeEntryStepAction', approver, { ...step, entryId, version: 1 }, `${page}/${entryId}`);
    };
  };
  const approveAll = async () => {
    await wait(ids.slice(0, AT_ONCE));
    const inputs = ids.slice(0, AT_ONCE).map((entryId) => ({ entryId, version: 1 }));
    const started = performance.now();
    await act('takeEntryStepsAction', approver, { step: 'approve', inputs });
    return performance.now() - started;
  };

  const decide = decider(ids.slice(AT_ONCE));
  const besideOthers = async (work: () => Promise<void>) => {
    let isOver = false;
    const others = Array.from({ length: CLIENTS - 1 }, async (_, client) => {
      while (!isOver) await decide(client);
    });
    await work();
    isOver = true;
    await Promise.all(others);
  };

  await wait(ids.slice(0, -CLIENTS));
  const alone: number[] = [];
  const crowded: number[] = [];
  for (let run = 0; run < RUNS; run += 1) alone.push(await approveAll());
  await besideOthers(async () => {
    for (let run = 0; run < RUNS; run += 1) crowded.push(await approveAll());
  });
  console.log(`\n## ${AT_ONCE} approvals in one act, ms until all are answered (median of ${RUNS})\n`);
  console.log(`| alone | beside ${CLIENTS - 1} people who decide one by one |\n|---|---|`);
  console.log(`| ${median(alone).toFixed(0)} | ${median(crowded).toFixed(0)} |`);

  const queue = { url: `${app.origin}${page}/${ids[AT_ONCE + CLIENTS]}`, cookie: approver.cookie };
  const painted = await paintedAnswers(queue);
  await wait(ids.slice(AT_ONCE + CLIENTS, -CLIENTS));
  const paintedCrowded: Painted[] = [];
  await besideOthers(async () => {
    paintedCrowded.push(...(await paintedAnswers(queue)));
  });
  console.log('\n## A decision by key, ms until it is painted, median (longest)\n');
  console.log('| | its answer | the next entry |\n|---|---|---|');
  for (const [title, found] of [
    ['alone', painted],
    [`beside ${CLIENTS - 1} people who decide`, paintedCrowded],
  ] as const) {
    const cells = (['answer', 'next'] as const).map((of) => {
      const values = found.map((one) => one[of]);
      return `${median(values).toFixed(0)} (${Math.max(...values).toFixed(0)})`;
    });
    console.log(`| ${[title, ...cells].join(' | ')} |`);
  }

  const versions = new Map<number, number>();
  const saveRow: Request = async (client) => {
    const version = versions.get(client) ?? 1;
    versions.set(client, version + 1);
    await act(
      'saveEntriesAction',
      drafter,
      [{ entryId: ids.at(-1 - client), version, amount: `${version}` }],
      '/years/2023/sheet',
    );
  };
  const list: Request = async () => {
    const { status } = await send(`${app.origin}${page}`, { headers: { cookie: approver.cookie } });
    if (status !== 200) throw new Error(`${page}: ${status}`);
  };
  // What a decision costs grows with those that were taken about the same entry.
  const decideAnew = decider(ids.slice(-3 * CLIENTS));
  const results = [];
  for (const clients of [1, CLIENTS]) {
    results.push(await measure('a decision', { clients, pid: app.pid, request: decideAnew }));
    results.push(await measure('a row of the sheet', { clients, pid: app.pid, request: saveRow }));
    results.push(await measure('承認 with what waits', { clients, pid: app.pid, request: list }));
  }
  writeTable('A decision and a saved row, answered', results, []);
}
