import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type Operation, PERMISSIONS, rolesFor } from '@/lib/domain/permissions';
import { statusText } from '@/lib/text/entry/entry-status';
import { roleText } from '@/lib/text/terms';

const root = path.join(import.meta.dirname, '..');
const text = readFileSync(path.join(import.meta.dirname, 'security.md'), 'utf8');

type Rule = Partial<Record<'department' | 'role' | 'step', string>> & {
  status?: readonly (keyof typeof statusText)[];
  openYear?: true;
  notAuthor?: true;
  ownDecision?: true;
  homeWard?: true;
  notSelf?: true;
};

const who = (operation: Operation, { department }: Rule): string => {
  const name =
    rolesFor(operation)
      ?.map((role) => roleText[role])
      .join('・') ?? '区の全員';
  return `${name}${{ own: '（事業の課）', ownOrAll: '（事業の課、または課のない人）' }[department ?? ''] ?? ''}`;
};

const conditions = ({ openYear, status, step, notAuthor, ownDecision, homeWard, notSelf }: Rule): string =>
  [
    openYear && '編成中の年度',
    status?.map((name) => statusText[name]).join('・'),
    step && `状態の表の ${step}`,
    notAuthor && '起案・編集・提出した人を除く',
    ownDecision && '直前の決定をした本人で、今もその決定ができる人',
    homeWard && '所属の区のアカウント',
    notSelf && '自分を除く',
  ]
    .filter(Boolean)
    .join('、');

it('shows the permissions as the program holds them', () => {
  const rows = (Object.keys(PERMISSIONS) as Operation[]).map((operation) => {
    const rule: Rule = PERMISSIONS[operation];
    return `| \`${operation}\` | ${who(operation, rule)} | ${conditions(rule) || '―'} |`;
  });
  expect(text).toContain(['| 操作 | 誰が | 条件 |', '|---|---|---|', ...rows, ''].join('\n'));
});

it('names files that are there', () => {
  const named = Array.from(text.matchAll(/`([\w./()[\]-]+\.(?:tsx?|md|yml|json))`/g), ([, file = '']) => file);
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

const requirements = Array.from(text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| .+ \| ([○△×設－]) \| (.+) \|$/gm));

it('judges each requirement of levels 1 and 2 once', () => {
  const numbers = requirements.map(([, number]) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  const chapters = { oauth: 29, webrtc: 7 };
  expect(numbers.length + chapters.oauth + chapters.webrtc).toBe(70 + 183);
});

it('sums up what is not met', () => {
  const numbersAfter = (words: string) =>
    new RegExp(`${words}：([^。]*)。`).exec(text)?.[1]?.match(/\d+\.\d+\.\d+/g) ?? [];
  const marked = (mark: string) => requirements.filter((row) => row[3] === mark);
  const numbersOf = (rows: RegExpExecArray[]) => rows.map(([, number]) => number);
  expect(numbersAfter('満たさないもの')).toEqual(numbersOf(marked('×')));
  expect(numbersAfter('一部を満たすもの')).toEqual(numbersOf(marked('△')));
  const open = [...marked('×'), ...marked('△')].filter(([, , level]) => level === '1');
  expect(numbersAfter('そのうちレベル1のもの')).toEqual(numbersOf(open));
});
