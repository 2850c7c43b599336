import { expect, it } from 'vitest';
import { fail, type Outcome, succeed } from '@/lib/domain/result';
import { changeDraft, type Draft, type DraftEvent, newDraft, undecidedFields } from './draft';
import { deliver, type Latest } from './draft-delivery';

type Text = { name: string; summary: string };
const BASE: Text = { name: '事業', summary: '概要' };
const same = (_field: string, one: unknown, other: unknown) => one === other;

/** A server that stores upon the expected version alone, and what somebody else stores before each try. */
function server(others: Partial<Text>[], { isLocked = false, losesAnswer = false } = {}) {
  let stored: Latest<Text> = { version: 1, fields: BASE };
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
const wayTo = ({ send, latest }: Server, { current, tell }: Begun, isLong = true) => {
  const wrong = () => [] as (keyof Text)[];
  return { current, tell, send, latest, same, wrong, isLong };
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
  const { current, tell } = begin(typed);
  const at = server(others);
  const answer = await deliver(wayTo(at, { current, tell }));
  expect(answer.ok).toBe(expected !== null);
  if (expected) expect(at.stored().fields).toEqual({ ...BASE, ...expected });
  else expect(answer).toMatchObject({ code: 'conflict' });
  expect(at.sent.length).toBeLessThan(5);
});

it('nothing goes on into what is locked', async () => {
  const { current, tell } = begin({ name: 'a' });
  const at = server([{ summary: 'b' }], { isLocked: true });
  const answer = await deliver(wayTo(at, { current, tell }));
  expect(answer).toMatchObject({ ok: false, code: 'conflict' });
  expect(current().conflict?.isLocked).toBe(true);
  expect(at.sent).toHaveLength(1);
});

it('what opens again is merged at the next press', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ summary: 'b' }]);
  await deliver(wayTo({ ...at, latest: async () => succeed({ ...at.stored(), isLocked: true }) }, begun));
  expect(await deliver(wayTo(at, begun))).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'b' });
});

it('an answer that got lost, then typing, then saving: no conflict with oneself', async () => {
  const { current, tell } = begin({ name: 'a' });
  const at = server([], { losesAnswer: true });
  const way = wayTo(at, { current, tell });
  const first = current().mine;
  const lost = await deliver(way);
  expect(lost).toEqual({ ok: false, code: 'unreachable' });
  tell({ kind: 'failed', problem: 'unreachable', fields: first });
  tell({ kind: 'typed', fields: { ...BASE, name: 'ab' } });
  expect(await deliver(way)).toMatchObject({ ok: true, value: { version: 3 } });
  expect(undecidedFields(current())).toEqual([]);
  expect(at.stored().fields).toEqual({ ...BASE, name: 'ab' });
});

it('an answer that got lost, and the same once more: it is stored', async () => {
  const { current, tell } = begin({ name: 'a' });
  const at = server([], { losesAnswer: true });
  const way = wayTo(at, { current, tell });
  await deliver(way);
  tell({ kind: 'failed', problem: 'unreachable', fields: current().mine });
  expect(await deliver(way)).toEqual({
    ok: true,
    value: { output: null, fields: { ...BASE, name: 'a' }, version: 2, isPartial: false },
  });
});

/** Several presses of one button: each gets its turn when the one before is answered. */
async function pressTwice(begun: Begun, way: ReturnType<typeof wayTo>) {
  const codes: string[] = [];
  for (const _press of ['first', 'second']) {
    const answer = await deliver(way);
    codes.push(answer.ok ? 'saved' : answer.code);
    if (answer.ok) begun.tell({ kind: 'saved', ...answer.value, at: new Date(0) });
  }
  return codes;
}

it('a second press during a question stores nothing', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ name: 'b', summary: 'c' }]);
  expect(await pressTwice(begun, wayTo(at, begun))).toEqual(['conflict', 'conflict']);
  expect(at.stored().fields).toEqual({ name: 'b', summary: 'c' });
});

it('in a short form the second press is the answer, for what was asked alone', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ name: 'b', summary: 'c' }]);
  expect(await pressTwice(begun, wayTo(at, begun, false))).toEqual(['conflict', 'saved']);
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'c' });
});

it('a second press keeps what the first one took over', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ summary: 'c' }]);
  expect(await pressTwice(begun, wayTo(at, begun))).toEqual(['saved', 'saved']);
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'c' });
});

/** A way to the server that breaks after the first answer or before it, until it is mended. */
function breaking(at: ReturnType<typeof server>, begun: Begun, isCut: boolean) {
  const wire = { isCut };
  const send: typeof at.send = async (fields, version) =>
    wire.isCut ? { ok: false, code: 'unreachable' } : at.send(fields, version);
  const latest = () => {
    wire.isCut = true;
    return at.latest();
  };
  return { way: wayTo({ send, latest }, begun), wire };
}

it('what is sent again after a merge that got no answer keeps what was taken over', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ summary: 'c' }]);
  const { way, wire } = breaking(at, begun, false);
  const pressed = {};
  expect(await deliver(way, pressed)).toEqual({ ok: false, code: 'unreachable' });
  wire.isCut = false;
  expect(await deliver(way, pressed)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'c' });
});

it('what is sent again is what was there at its turn, not what was typed since', async () => {
  const begun = begin({ name: 'a' });
  const at = server([]);
  const { way, wire } = breaking(at, begun, true);
  const pressed = {};
  expect(await deliver(way, pressed)).toEqual({ ok: false, code: 'unreachable' });
  begun.tell({ kind: 'typed', fields: { name: 'ab', summary: 'd' } });
  wire.isCut = false;
  expect(await deliver(way, pressed)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ ...BASE, name: 'a' });
});

it('what the page heard of before it is sent again stays', async () => {
  const begun = begin({ name: 'a' });
  const at = server([]);
  const { way, wire } = breaking(at, begun, true);
  const pressed = {};
  await deliver(way, pressed);
  await at.send({ ...BASE, summary: 'c' }, 1);
  begun.tell({ kind: 'conflict', stored: at.stored() });
  wire.isCut = false;
  expect(await deliver(way, pressed)).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'c' });
});

it('what the page hears of while it sends is kept, too', async () => {
  const begun = begin({ name: 'a' });
  const at = server([{ summary: 'c' }]);
  const send: typeof at.send = async (fields, version) => {
    const answer = await at.send(fields, version);
    if (!answer.ok) begun.tell({ kind: 'conflict', stored: at.stored() });
    return answer;
  };
  expect(await deliver(wayTo({ ...at, send }, begun))).toMatchObject({ ok: true });
  expect(at.stored().fields).toEqual({ name: 'a', summary: 'c' });
});
