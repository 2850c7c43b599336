import { v7 } from 'uuid';
import { pause } from '../process-identity.mjs';
import { randomFrom } from '../random.mjs';
import { Browser } from './browser.mjs';

const YEAR = 2023;
const OWN_ENTRIES = 3;
const PROSE = [
  '区民の意見を踏まえる。',
  '地域の企業や団体と連携する。',
  '相談の窓口を一つにする。',
  '効果を毎年確かめる。',
];

/** One person, who does one thing after the other until told to stop. */
class Actor {
  hasSession = false;
  /** Whether the last sign-in was answered: else the session of before may have been ended by it. */
  isSure = true;

  constructor({ site, journal, board, account, scope, seed, work }) {
    this.random = randomFrom(seed);
    this.browser = new Browser(site.origin, site.buildFolder);
    Object.assign(this, { journal, board, account, scope, work, own: [] });
  }

  async live(isOver) {
    while (!isOver()) {
      await pause(this.random.between(300, 1700));
      if (this.hasSession && this.random.next() > 0.03) await this[this.work]();
      else await this.signIn();
    }
  }

  async signIn() {
    const error = await this.browser.signIn(this.account);
    const outcome = { unavailable: 'unavailable', failed: 'lost' }[error] ?? 'refused';
    this.isSure = error === null;
    this.hasSession ||= this.isSure;
    this.journal.count('sign-ins', error === null ? 'acknowledged' : error === undefined ? 'lost' : outcome);
    if (error === undefined) await pause(1000);
  }

  /** The browser has been sent to the sign-in screen, or told that the session has ended. */
  meetSignedOut() {
    if (this.isSure) this.journal.lostSessions.push(this.account.loginId);
    this.hasSession = false;
  }

  async get(kind, path) {
    const answer = await this.browser.send(path);
    if (answer?.status === 307 || answer?.status === 401) this.meetSignedOut();
    // An error page of the outage has its word where others have a number.
    const isAway = answer?.status === 503 || (answer?.status === 500 && answer.body.includes('unavailable'));
    const outcome = { 200: 'acknowledged', 500: 'lost' }[answer?.status] ?? 'refused';
    this.journal.count(kind, isAway ? 'unavailable' : answer ? outcome : 'lost');
  }

  exportDocument = () => this.get('exports', `/api/years/${YEAR}/document/pdf`);

  /** @returns whether it was done. An entry whose state is in doubt is looked at before the next work on it. */
  async change(kind, action, entry, input, amount = entry.amount) {
    const began = Date.now();
    const answer = await this.browser.call(action, `/years/${YEAR}/entries/${STEPS[action].page(entry)}`, input);
    if (answer?.ok) {
      const { version } = answer.value;
      const { did } = STEPS[action];
      this.journal.acknowledge(kind, began, { id: entry.id, version, action: did, amount });
      Object.assign(entry, { version, amount, status: STEPS[action].status ?? entry.status });
      return true;
    }
    entry.isInDoubt = true;
    if (answer?.code === 'signed_out') this.meetSignedOut();
    this.journal.count(kind, answer ? (answer.code === 'unavailable' ? 'unavailable' : 'refused') : 'lost');
    return false;
  }

  async look(entry) {
    const answer = await this.browser.call('getEntryFieldsAction', `/years/${YEAR}/entries/${entry.id}`, entry.id);
    if (answer?.code === 'not_found') this.own = this.own.filter((other) => other !== entry);
    if (!answer?.ok) return;
    const { version, status, content } = answer.value;
    const amount = String(content.amount ?? '');
    Object.assign(entry, { version, status, amount, isInDoubt: false });
  }

  contentOf(amount) {
    const [summary, innovation] = [this.random.of(PROSE), this.random.of(PROSE)];
    return { ...this.scope, name: '混乱の中の事業', amount, isPriority: this.random.next() < 0.2, summary, innovation };
  }

  async add() {
    const entry = { id: v7(), version: 0, status: 'draft', isInDoubt: false };
    const amount = String(this.random.integer(1, 9_999_999));
    this.own.push(entry);
    await this.change(
      'saves',
      'addEntryAction',
      entry,
      { year: YEAR, entryId: entry.id, ...this.contentOf(amount) },
      amount,
    );
  }

  async draft() {
    this.own = this.own.filter(({ status, isInDoubt }) => status !== 'approved' || isInDoubt);
    if (this.own.length < OWN_ENTRIES) return this.add();
    const entry = this.random.of(this.own);
    if (entry.isInDoubt) return this.look(entry);
    const chance = this.random.next();
    const step = { entryId: entry.id, version: entry.version };
    if (chance < 0.06) return this.exportDocument();
    if (entry.status === 'in_review') {
      if (chance < 0.2) await this.change('decisions', 'pullBackEntryAction', entry, step);
      return undefined;
    }
    if (chance < 0.25) {
      if (await this.change('decisions', 'submitEntryAction', entry, step)) this.board.push(entry);
      return undefined;
    }
    const amount = String(this.random.integer(1, 9_999_999));
    return this.change('saves', 'saveEntryAction', entry, { ...step, ...this.contentOf(amount) }, amount);
  }

  async decide() {
    const entry = this.board.shift();
    if (!entry) return this.read();
    const step = { entryId: entry.id, version: entry.version };
    if (this.random.next() < 0.3) return this.change('decisions', 'approveEntryAction', entry, step);
    return this.change('decisions', 'returnEntryAction', entry, { ...step, reason: '金額の根拠を書いてください。' });
  }

  async read() {
    if (this.random.next() < 0.3) return this.exportDocument();
    return this.get('pages', this.random.of([`/years/${YEAR}`, `/years/${YEAR}/entries`, `/years/${YEAR}/document`]));
  }
}

const onEntry = ({ id }) => id;

/** What the history calls it, the entry's status after it, and the page that it is done on. */
const STEPS = {
  addEntryAction: { did: 'add', status: 'draft', page: () => 'new' },
  saveEntryAction: { did: 'edit', page: ({ id }) => `${id}/edit` },
  submitEntryAction: { did: 'submit', status: 'in_review', page: ({ id }) => `${id}/confirm` },
  pullBackEntryAction: { did: 'pullBack', status: 'draft', page: onEntry },
  approveEntryAction: { did: 'approve', status: 'approved', page: onEntry },
  returnEntryAction: { did: 'return', status: 'returned', page: onEntry },
};

const CAST = [
  ...Array(6).fill(['drafter', 'draft']),
  ...Array(6).fill(['drafter2', 'draft']),
  ...Array(4).fill(['approver2', 'decide']),
  ...Array(2).fill(['viewer', 'read']),
  ...Array(2).fill(['admin', 'read']),
];

/** Twenty people. What has been submitted lies on one board, where approvers find it. */
export async function makeActors(site, journal, seed) {
  const accounts = site.accounts();
  const scopes = await site.query(`
    SELECT a.login_id,
      (SELECT e.category_id FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
       WHERE e.ward_id = m.ward_id AND y.year = ${YEAR} LIMIT 1) AS "categoryId"
    FROM account a JOIN membership m ON m.account_id = a.id`);
  const board = [];
  return CAST.map(([loginId, work], index) => {
    const account = accounts.find((candidate) => candidate.loginId === loginId);
    const { categoryId } = scopes.find((scope) => scope.login_id === loginId);
    const scope = { categoryId };
    return new Actor({ site, journal, board, account, scope, work, seed: seed * 1000 + index });
  });
}
