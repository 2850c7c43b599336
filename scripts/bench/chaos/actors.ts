import { v7 } from 'uuid';
import type * as z from 'zod/mini';
import type { saveEntryInput } from '../../../lib/domain/entry/entry-input';
import { type EntryStatus, WORKFLOW } from '../../../lib/domain/entry/entry-workflow';
import { drawnFor } from '../../../lib/domain/sign-in/drawn-for';
import type { DemoAccount } from '../../../prisma/seed';
import { pause } from '../../launcher/process-identity';
import { BLANK_FORM } from '../../test/blank-form';
import type { ActionName } from '../app-save';
import { type Random, randomFrom } from '../random';
import { Browser } from './browser';
import type { Journal, Outcome, Work } from './journal';
import type { Site } from './site';

const YEAR = 2023;
const OWN_ENTRIES = 3;
const PROSE = [
  '区民の意見を踏まえる。',
  '地域の企業や団体と連携する。',
  '相談の窓口を一つにする。',
  '効果を毎年確かめる。',
];

type Entry = { id: string; version: number; status: EntryStatus; amount: string; isInDoubt: boolean };
type Scope = { categoryId: string };
type Duty = 'draft' | 'decide' | 'read';

type Person = {
  site: Site;
  journal: Journal;
  /** Entries that have been submitted. */
  board: Entry[];
  account: DemoAccount;
  scope: Scope;
  whom: string;
  seed: number;
  duty: Duty;
};

/** One person, who does one thing after the other until told to stop. */
class Actor {
  private hasSession = false;
  /** Whether the last sign-in was answered: else the session of before may have been ended by it. */
  private isSure = true;
  private own: Entry[] = [];
  private readonly random: Random;
  private readonly browser: Browser;
  private readonly journal: Journal;
  private readonly board: Entry[];

  constructor(private readonly person: Person) {
    this.random = randomFrom(person.seed);
    this.browser = new Browser(person.site.origin, person.site.buildFolder, person.whom);
    this.journal = person.journal;
    this.board = person.board;
  }

  async live(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await pause(this.random.between(300, 1700));
      if (this.hasSession && this.random.next() > 0.03) await this[this.person.duty]();
      else await this.signIn();
    }
  }

  private async signIn(): Promise<void> {
    const error = await this.browser.signIn(this.person.account);
    const outcomes: Record<string, Outcome> = { unavailable: 'unavailable', failed: 'lost' };
    this.isSure = error === null;
    this.hasSession ||= this.isSure;
    this.journal.count(
      'sign-ins',
      error === null ? 'acknowledged' : error === undefined ? 'lost' : (outcomes[error] ?? 'refused'),
    );
    if (error === undefined) await pause(1000);
  }

  /** The browser has been sent to the sign-in screen, or told that the session has ended. */
  private meetSignedOut(): void {
    if (this.isSure) this.journal.lostSessions.push(this.person.account.loginId);
    this.hasSession = false;
  }

  private async get(work: Work, path: string): Promise<void> {
    const answer = await this.browser.send(path);
    if (answer?.status === 307 || answer?.status === 401) this.meetSignedOut();
    // An error page of the outage has its word where others have a number.
    const isAway = answer?.status === 503 || (answer?.status === 500 && answer.body.includes('unavailable'));
    const outcomes: Record<number, Outcome> = { 0: 'lost', 200: 'acknowledged', 500: 'lost' };
    this.journal.count(work, isAway ? 'unavailable' : (outcomes[answer?.status ?? 0] ?? 'refused'));
  }

  private exportDocument = () => this.get('exports', `/api/years/${YEAR}/document/pdf`);

  /** @returns whether it was done. An entry whose state is in doubt is looked at before the next work on it. */
  private async change(
    work: Work,
    did: StepName,
    entry: Entry,
    input: object,
    amount = entry.amount,
  ): Promise<boolean> {
    const began = Date.now();
    const { action, status, page } = STEPS[did];
    const answer = await this.browser.call(action, `/years/${YEAR}/entries/${page(entry)}`, { step: did, ...input });
    if (answer?.ok) {
      const { version } = answer.value;
      this.journal.acknowledge(work, began, { id: entry.id, version, action: did, amount });
      Object.assign(entry, { version, amount, status: status ?? entry.status });
      return true;
    }
    entry.isInDoubt = true;
    if (answer?.code === 'signed_out') this.meetSignedOut();
    this.journal.count(work, answer ? (answer.code === 'unavailable' ? 'unavailable' : 'refused') : 'lost');
    return false;
  }

  private async look(entry: Entry): Promise<void> {
    const answer = await this.browser.call('getEntryFieldsAction', `/years/${YEAR}/entries/${entry.id}`, entry.id);
    if (answer && !answer.ok && answer.code === 'not_found') this.own = this.own.filter((other) => other !== entry);
    if (!answer?.ok) return;
    const { version, status, content } = answer.value;
    const amount = String(content.amount ?? '');
    Object.assign(entry, { version, status, amount, isInDoubt: false });
  }

  private contentOf(amount: string): Omit<z.input<typeof saveEntryInput>, 'entryId' | 'version'> {
    const [summary, innovation] = [this.random.of(PROSE), this.random.of(PROSE)];
    return {
      ...BLANK_FORM,
      ...this.person.scope,
      name: '混乱の中の事業',
      amount,
      isPriority: this.random.next() < 0.2,
      summary,
      innovation,
    };
  }

  private async add(): Promise<void> {
    const amount = String(this.random.integer(1, 9_999_999));
    const entry: Entry = { id: v7(), version: 0, status: 'draft', amount, isInDoubt: false };
    this.own.push(entry);
    await this.change('saves', 'add', entry, { year: YEAR, entryId: entry.id, ...this.contentOf(amount) });
  }

  private async draft(): Promise<unknown> {
    this.own = this.own.filter(({ status, isInDoubt }) => status !== 'approved' || isInDoubt);
    if (this.own.length < OWN_ENTRIES) return this.add();
    const entry = this.random.of(this.own);
    if (entry.isInDoubt) return this.look(entry);
    const chance = this.random.next();
    const step = { entryId: entry.id, version: entry.version };
    if (chance < 0.06) return this.exportDocument();
    if (entry.status === 'in_review') {
      if (chance < 0.2) await this.change('decisions', 'pullBack', entry, step);
      return undefined;
    }
    if (chance < 0.25) {
      if (await this.change('decisions', 'submit', entry, step)) this.board.push(entry);
      return undefined;
    }
    const amount = String(this.random.integer(1, 9_999_999));
    return this.change('saves', 'edit', entry, { ...step, ...this.contentOf(amount) }, amount);
  }

  private async decide(): Promise<unknown> {
    const entry = this.board.shift();
    if (!entry) return this.read();
    const step = { entryId: entry.id, version: entry.version };
    if (this.random.next() < 0.3) return this.change('decisions', 'approve', entry, step);
    return this.change('decisions', 'return', entry, { ...step, reason: '金額の根拠を書いてください。' });
  }

  private async read(): Promise<void> {
    if (this.random.next() < 0.3) return this.exportDocument();
    return this.get('pages', this.random.of([`/years/${YEAR}`, `/years/${YEAR}/entries`, `/years/${YEAR}/document`]));
  }
}

type StepName = 'add' | 'edit' | 'submit' | 'pullBack' | 'approve' | 'return';
type Step = {
  action: Extract<ActionName, 'addEntryAction' | 'saveEntryAction' | 'takeEntryStepAction'>;
  status?: EntryStatus;
  page(entry: Entry): string;
};

const onEntry = ({ id }: Entry) => id;
const step = (name: Extract<StepName, keyof typeof WORKFLOW>, page = onEntry): Step => ({
  action: 'takeEntryStepAction',
  status: WORKFLOW[name].to,
  page,
});

/** By what the history calls it: the entry's status after it, and the page that it is done on. */
const STEPS: Record<StepName, Step> = {
  add: { action: 'addEntryAction', status: 'draft', page: () => 'new' },
  edit: { action: 'saveEntryAction', page: ({ id }) => `${id}/edit` },
  submit: step('submit', ({ id }) => `${id}/confirm`),
  pullBack: step('pullBack'),
  approve: step('approve'),
  return: step('return'),
};

const CAST: [count: number, loginId: string, duty: Duty][] = [
  [6, 'drafter', 'draft'],
  [6, 'drafter2', 'draft'],
  [4, 'approver2', 'decide'],
  [2, 'viewer', 'read'],
  [2, 'admin', 'read'],
];

/** Twenty people. What has been submitted lies on one board, where approvers find it. */
export async function makeActors(site: Site, journal: Journal, seed: number): Promise<Actor[]> {
  const accounts = site.accounts();
  const scopes = await site.query<Scope & { loginId: string; accountId: string; wardId: string }>(`
    SELECT a.login_id AS "loginId", a.id AS "accountId", m.ward_id AS "wardId",
      (SELECT e.category_id FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
       WHERE e.ward_id = m.ward_id AND y.year = ${YEAR} LIMIT 1) AS "categoryId"
    FROM account a JOIN membership m ON m.account_id = a.id`);
  const board: Entry[] = [];
  const people = CAST.flatMap(([count, loginId, duty]) => Array.from({ length: count }, () => ({ loginId, duty })));
  return people.map(({ loginId, duty }, index) => {
    const account = accounts.find((candidate) => candidate.loginId === loginId);
    const scope = scopes.find((candidate) => candidate.loginId === loginId);
    if (!account || !scope) throw new Error(`no account ${loginId}`);
    const { categoryId } = scope;
    return new Actor({
      site,
      journal,
      board,
      account,
      scope: { categoryId },
      whom: drawnFor(scope),
      duty,
      seed: seed * 1000 + index,
    });
  });
}
