import { expect, it } from 'vitest';
import { fail, type Outcome, succeed } from '@/lib/domain/result';
import { changeDraft, type Draft, type DraftEvent, newDraft, type Stored, undecidedFields } from './draft';
import { deliver } from './draft-delivery';

type Text = { name: string; summary: string };
const BASE: Text = { name: '事業', summary: '概要' };
const same = (_field: string, one: unknown, other: unknown) => one === other;

/** A server that stores upon the expected version alone, and what somebody else stores before each try. */
function server(others: Partial<Text>[], { isLocked = false, losesAnswer = false } = {}) {
  let stored: Stored<Text> = { version: 1, fields: BASE };
  const sent: Text[] = [];
  const waiting = [...others];
  return {
    sent,
    stored: () => stored,
    async send(fields: Text, version: number): Promise<Outcome<{ version: number }>> {
      const other = waiting.shift();
      if (other) stored = { version: stored.version + 1, fields: { ...stored.fields, ...other } };
      sent.push(fields);
      if (version !== stored.version) return fail('conflict');
      stored = { version: version + 1, fields };
      return losesAnswer && sent.length === 1
        ? { ok: false, code: 'unreachable' }
        : succeed(stored as { version: number });
    },
    latest: async () => succeed({ ...stored, isLocked }),
  };
}

function begin(typed: Partial<Text>) {
  let draft: Draft<Text> = newDraft({ version: 1, fields: BASE });
  const tell = (event: DraftEvent<Text>) => {
    draft = changeDraft(draft, event, { same });
  };
  tell({ kind: 'typed', fields: { ...BASE, ...typed } });
  return { current: () => draft, tell };
}

type Begun = ReturnType<typeof begin>;
type Server = Pick<ReturnType<typeof server>, 'send' | 'latest'>;

/** Sends what was pressed before, and tells the draft what came. */
async function again({ send, latest }: Server, { current, tell }: Begun, isLong = true) {
  const answer = await deliver({ current, tell, send, latest, same, isLong });
  if (answer.ok) tell({ kind: 'saved', version: answer.value.version, at: new Date(0) });
  else tell(answer.code === 'conflict' ? { kind: 'wrong' } : { kind: 'failed', problem: answer.code });
  return answer;
}

const press = (at: Server, begun: Begun, isLong = true) => {
  begun.tell({ kind: 'sent', wrong: [] });
  return again(at, begun, isLong);
};

it.each<[string, Partial<Text>, Partial<Text>[], Partial<Text> | null]>([
  ['nobody else: once', { name: 'a' }, [], { name: 'a' }],
  ['who changed another field isn’t asked', { name: 'a' }, [{ summary: 'b' }], { name: 'a', summary: 'b' }],
  ['nor the second one', { name: 'a' }, [{ summary: 'b' }, { summary: 'c' }], { name: 'a', summary: 'c' }],
  ['who changed it to the same isn’t either', { name: 'a' }, [{ name: 'a' }], { name: 'a' }],
  ['who changed the same field is', { name: 'a' }, [{ name: 'b' }], null],
  ['even if another field came first', { name: 'a' }, [{ summary: 'b' }, { name: 'b' }], null],
  ['somebody who never stops', { name: 'a' }, Array(9).fill({ summary: 'b' }), null],
])('%s', async (_name, typed, others, expected) => {
  const at = server(others);
  const answer = await press(at, begin(typed));
  expect(answer.ok).toBe(expected !== null);
  if (expected) expect(at.stored().fields).toEqual({ ...BASE, ...expected });
  else expect(answer).toMatchObject({ code: 'conflict' });
  expect(at.sent.length).toBeLessThan(5);
});

it('nothing goes on into what is locked', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ summary: 'b' }], { isLocked: true });
  expect(await press(at, begun)).toMatchObject({ ok: false, code: 'conflict' });
  expect(begun.current().conflict?.isLocked).toBe(true);
  expect(at.sent).toHaveLength(1);
});

it('what opens again is merged at the next press', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ summary: 'b' }]);
  await press({ ...at, latest: async () => succeed({ ...at.stored(), isLocked: true }) }, begun);
  expect(await press(at, begun)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'b' });
});

it('an answer that got lost, then typing, then saving: no conflict with oneself', async () => {
  const begun = begin({ name: 'a' });
  const at = server([], { losesAnswer: true });
  expect(await press(at, begun)).toEqual({ ok: false, code: 'unreachable' });
  begun.tell({ kind: 'typed', fields: { ...BASE, name: 'ab' } });
  expect(await press(at, begun)).toMatchObject({ ok: true, value: { version: 3 } });
  expect(undecidedFields(begun.current())).toEqual([]);
  expect(at.stored().fields).toEqual({ ...BASE, name: 'ab' });
});

it.each([true, false])(
  'an answer that got lost, and the same once more (sent again: %s): it is stored',
  async (isAgain) => {
    const begun = begin({ name: 'a' });
    const at = server([], { losesAnswer: true });
    await press(at, begun);
    const answer = await (isAgain ? again : press)(at, begun);
    expect(answer).toEqual({ ok: true, value: { output: null, version: 2 } });
    expect(begun.current()).toMatchObject({ version: 2, theirs: { name: 'a' } });
  },
);

it('a second press during a question stores nothing', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ name: 'b', summary: 'c' }]);
  await press(at, begun);
  expect(await press(at, begun)).toMatchObject({ code: 'conflict' });
  expect(at.stored().fields).toEqual({ name: 'b', summary: 'c' });
});

it('in a short form the second press is the answer, for what was asked alone', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ name: 'b', summary: 'c' }]);
  expect(await press(at, begun, false)).toMatchObject({ code: 'conflict' });
  expect(await press(at, begun, false)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'c' });
});

it('a second press keeps what the first one took over', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ summary: 'c' }]);
  await press(at, begun);
  expect(await press(at, begun)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'c' });
});

const lose: Server['send'] = async () => ({ ok: false, code: 'unreachable' });

it('what is sent again after a merge that got no answer keeps what was taken over', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ summary: 'c' }]);
  let isCut = false;
  const cutOnce: Server = {
    send: (fields, version) => (isCut ? lose(fields, version) : at.send(fields, version)),
    latest: () => {
      isCut = true;
      return at.latest();
    },
  };
  expect(await press(cutOnce, begun)).toEqual({ ok: false, code: 'unreachable' });
  expect(await again(at, begun)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'c' });
});

it('what is sent again is what was there at its turn, not what was typed since', async () => {
  const begun = begin({ name: 'a' });
  const at = server([]);
  await press({ ...at, send: lose }, begun);
  begun.tell({ kind: 'typed', fields: { name: 'ab', summary: 'd' } });
  expect(await again(at, begun)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ ...BASE, name: 'a' });
  expect(begun.current()).toMatchObject({ mine: { name: 'ab' }, theirs: { name: 'a' } });
});

it('what the page heard of before it is sent again stays', async () => {
  const begun = begin({ name: 'a' });
  const at = server([]);
  await press({ ...at, send: lose }, begun);
  await at.send({ ...BASE, summary: 'c' }, 1);
  begun.tell({ kind: 'conflict', stored: at.stored() });
  expect(await again(at, begun)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'c' });
});

it('what is chosen before it is sent again is what is stored', async () => {
  const begun = begin({ name: 'a', summary: 'b' });
  const at = server([]);
  await press({ ...at, send: lose }, begun);
  await at.send({ ...BASE, name: 'c' }, 1);
  begun.tell({ kind: 'conflict', stored: at.stored() });
  begun.tell({ kind: 'chosen', field: 'name', side: 'theirs' });
  expect(await again(at, begun)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'c', summary: 'b' });
});

it('what the page hears of while it sends is kept, too', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ summary: 'c' }]);
  const send: typeof at.send = async (fields, version) => {
    const answer = await at.send(fields, version);
    if (!answer.ok) begun.tell({ kind: 'conflict', stored: at.stored() });
    return answer;
  };
  expect(await press({ ...at, send }, begun)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'c' });
});

it.each<[string, string | null, Partial<Text>, boolean]>([
  ['what somebody writes in isn’t changed under the cursor: it waits', 'summary', { name: 'a' }, false],
  ['another field is', 'name', { name: 'a' }, true],
  ['nobody writes', null, { name: 'a' }, true],
])('%s', async (_name, field, typed, isStored) => {
  const begun = begin(typed);
  const at = server([{ summary: 'b' }]);
  begun.tell({ kind: 'sent', wrong: [] });
  const answer = await deliver({ ...begun, ...at, same, isLong: true, writtenIn: () => field });
  expect(answer.ok).toBe(isStored);
  expect(begun.current()).toMatchObject({ mine: { ...typed, summary: isStored ? 'b' : '概要' }, conflict: null });
  begun.tell({ kind: 'wrong' });
  expect(await press(at, begun)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'b' });
});
