import * as fc from 'fast-check';

/** What a bad extraction, a bad copy or a bad day puts into a text. */
const JUNK = [
  ' ',
  '　',
  '\n',
  '\f',
  '0',
  '９',
  ',',
  '，',
  '千円',
  '○',
  '〈',
  '〉',
  '、',
  '。',
  '【',
  '】',
  '【概要】',
  '【工夫点】',
  '【３',
  '≪新規≫',
  '予算額：',
  '令和４年度',
  '平成29年度',
  '－ ２ －',
  '2/2',
  '第２頁',
  '目次',
  '・・・・12',
  '問合せ先',
  '※',
  'うち',
  '△',
  '\u0000',
  '\ud83d',
  '\u200b',
  '😀',
  'ﾞ',
  '\u3099',
];

type Change = (text: string) => string;
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (text: string, where: number): number => Math.floor(where * (text.length + 1));

const inserted = fc
  .record({ where: place, junk: fc.oneof(fc.constantFrom(...JUNK), fc.string({ maxLength: 20 })) })
  .map(
    ({ where, junk }): Change =>
      (text) =>
        text.slice(0, at(text, where)) + junk + text.slice(at(text, where)),
  );
const removed = fc
  .record({
    where: place,
    length: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 200 }) },
    ),
  })
  .map(
    ({ where, length }): Change =>
      (text) =>
        text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
  );
const replacedDigit = fc.record({ where: place, digit: fc.integer({ min: 0, max: 9 }) }).map(
  ({ where, digit }): Change =>
    (text) => {
      const found = /\d/.exec(text.slice(at(text, where)));
      const index = at(text, where) + (found?.index ?? 0);
      return found ? text.slice(0, index) + digit + text.slice(index + 1) : text;
    },
);
const lineChange = fc
  .record({ where: place, to: place, kind: fc.constantFrom('remove', 'repeat', 'move', 'tear', 'join') })
  .map(
    ({ where, to, kind }): Change =>
      (text) => {
        const lines = text.split('\n');
        const index = Math.floor(where * lines.length);
        const line = lines[index] ?? '';
        const middle = Math.floor(to * line.length);
        const others = lines.toSpliced(index, 1);
        const target = Math.floor(to * lines.length);
        return {
          remove: () => others,
          repeat: () => lines.toSpliced(target, 0, line),
          move: () => others.toSpliced(target, 0, line),
          tear: () => lines.toSpliced(index, 1, line.slice(0, middle), line.slice(middle)),
          join: () => lines.toSpliced(index, 2, line + (lines[index + 1] ?? '')),
        }
          [kind]()
          .join('\n');
      },
  );

/** A text with one to four changes, or one that is very long. */
export const mutated = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 40,
      arbitrary: fc
        .array(fc.oneof(inserted, removed, replacedDigit, lineChange), { minLength: 1, maxLength: 4 })
        .map((changes) => changes.reduce((changed, change) => change(changed), text)),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ where: place, junk: fc.constantFrom(...JUNK), times: fc.integer({ min: 1000, max: 50_000 }) })
        .map(
          ({ where, junk, times }) => text.slice(0, at(text, where)) + junk.repeat(times) + text.slice(at(text, where)),
        ),
    },
  );

/** A file with some of its bytes changed, cut off or doubled. */
export const mutatedBytes = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      changes: fc.array(fc.record({ where: place, byte: fc.integer({ min: 0, max: 255 }) }), { maxLength: 30 }),
      cut: fc.option(place, { freq: 4 }),
    })
    .map(({ changes, cut }) => {
      const changed = Uint8Array.from(bytes);
      for (const { where, byte } of changes) changed[Math.floor(where * changed.length)] = byte;
      return cut === null ? changed : changed.slice(0, Math.floor(cut * changed.length));
    });
