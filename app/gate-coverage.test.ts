import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WORKFLOW_ACTIONS } from '@/lib/domain/entry/entry-workflow';
import { type Operation, PERMISSIONS } from '@/lib/domain/permissions';
import { stepCommands } from '@/lib/server/entry/entry-workflow';

/** What opens without the gate, and who guards it instead. */
const UNGATED = {
  'app/(auth)/sign-in/page.tsx': 'nobody is signed in yet',
  'app/(auth)/password/page.tsx': 'the session alone: an initial password opens nothing else',
  'app/api/auth/[...nextauth]/route.ts': 'next-auth: the sign-in itself',
  'app/api/health/route.ts': 'says only whether the database answers',
  'app/api/[[...path]]/route.ts': 'an address of nothing',
};

/** Every page and route handler, with the operation that a reader needs. */
const GATED: Record<string, Operation> = {
  'app/page.tsx': 'year.read',
  'app/(ward)/years/[year]/page.tsx': 'year.read',
  'app/(ward)/years/[year]/entries/page.tsx': 'entry.read',
  'app/(ward)/years/[year]/entries/new/page.tsx': 'entry.add',
  'app/(ward)/years/[year]/entries/[id]/page.tsx': 'entry.read',
  'app/(ward)/years/[year]/entries/[id]/edit/page.tsx': 'entry.edit',
  'app/(ward)/years/[year]/entries/[id]/confirm/page.tsx': 'entry.submit',
  'app/(ward)/years/[year]/entries/[id]/history/page.tsx': 'entry.read',
  'app/(ward)/years/[year]/entries/[id]/correct/page.tsx': 'entry.correct',
  'app/(ward)/years/[year]/entries/[id]/move/page.tsx': 'entry.move',
  'app/(ward)/years/[year]/approvals/page.tsx': 'approval.read',
  'app/(ward)/years/[year]/approvals/[id]/page.tsx': 'approval.read',
  'app/(ward)/years/[year]/sheet/page.tsx': 'entry.edit',
  'app/(ward)/years/[year]/order/page.tsx': 'entries.order',
  'app/(ward)/years/[year]/document/page.tsx': 'document.read',
  'app/(ward)/years/[year]/annex/page.tsx': 'document.read',
  'app/(ward)/years/[year]/editions/[number]/page.tsx': 'document.read',
  'app/(ward)/editions/page.tsx': 'document.read',
  'app/(ward)/years/[year]/editions/compare/page.tsx': 'document.read',
  'app/(ward)/years/[year]/findings/page.tsx': 'entry.read',
  'app/(ward)/years/[year]/read-through/page.tsx': 'document.read',
  'app/(ward)/sessions/page.tsx': 'session.end',
  'app/(ward)/guide/page.tsx': 'year.read',
  'app/(ward)/admin/page.tsx': 'user.manage',
  'app/(ward)/admin/users/page.tsx': 'user.manage',
  'app/(ward)/admin/users/new/page.tsx': 'user.manage',
  'app/(ward)/admin/users/[id]/page.tsx': 'user.manage',
  'app/(ward)/admin/departments/page.tsx': 'department.manage',
  'app/(ward)/admin/departments/[id]/page.tsx': 'entry.move',
  'app/(ward)/admin/years/page.tsx': 'year.manage',
  'app/(ward)/admin/years/[year]/page.tsx': 'year.manage',
  'app/(ward)/admin/years/[year]/close/page.tsx': 'year.close',
  'app/(ward)/admin/years/[year]/publish/page.tsx': 'edition.publish',
  'app/(ward)/admin/years/[year]/last-year/page.tsx': 'entry.recordLastYear',
  'app/(ward)/admin/years/earlier/page.tsx': 'year.manage',
  'app/(ward)/admin/dictionary/page.tsx': 'dictionary.manage',
  'app/(ward)/admin/audit/page.tsx': 'audit.read',
  'app/(ward)/admin/security/page.tsx': 'security.read',
  'app/api/security-events/route.ts': 'security.read',
  'app/api/guide/[image]/route.ts': 'year.read',
  'app/api/years/[year]/[document]/[format]/route.ts': 'document.read',
};

const source = (file: string) => readFileSync(file, 'utf8');
const files = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.[cm]?[jt]sx?$/.test(name) && !/\.test\.|\/generated\//.test(name));

it('knows every page and route handler', () => {
  const found = files('app')
    .filter((file) => /\/(page|route)\.[cm]?[jt]sx?$/.test(file))
    .sort();
  expect(existsSync('pages'), 'a second router').toBe(false);
  expect(found).toEqual([...Object.keys(GATED), ...Object.keys(UNGATED)].sort());
});

it.each(Object.entries(GATED))('%s opens for %s alone', (file, operation) => {
  const gates = [...source(file).matchAll(/\bgated(?:Page|Route)\('([\w.]+)'/g)].map(([, name]) => name);
  const doors = source(file).match(/^export\b.*\b(default|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/gm);
  expect(gates).toEqual([operation]);
  expect(doors).toHaveLength(1);
});

/** These are no command: two end whatever session there is, one is a plain form around a gated action. */
const PLAIN_ACTIONS = ['signOutAction', 'leaveAction', 'enterWardAction'];

it('makes every server action out of a command or a gated query', () => {
  for (const file of ['app', 'components', 'lib'].flatMap(files)) {
    const text = source(file);
    if (!/['"]use server['"]/.test(text)) continue;
    expect(file).toMatch(/^lib\/actions\//);
    expect(text, file).not.toMatch(/^export\s*[{*]/m);
    for (const [, name = '', made = ''] of text.matchAll(
      /^export (?:default )?(?:async )?(?:const|function|let)? ?(\w+)(.*)$/gm,
    )) {
      if (!PLAIN_ACTIONS.includes(name))
        expect(`${name}${made}`).toMatch(/^\w+Action = (action|eachAction|readAction|stepAction|eachStepAction)\(/);
    }
  }
});

it('uses every operation of the table', () => {
  const used = new Set(
    ['app', 'lib']
      .flatMap(files)
      .flatMap((file) =>
        [
          ...source(file).matchAll(/(?:operation: |gatedPage\(|gatedRoute\(|readAction\(\s*)'(\w+\.\w+)'/g),
          ...source(file).matchAll(/userCommand(?:<\w+>)?\(\s*'(\w+)'/g),
        ].map(([, name = '']) => (name.includes('.') ? name : `user.${name}`)),
      ),
  );
  for (const step of WORKFLOW_ACTIONS) used.add(stepCommands[step].operation);
  expect([...used].sort()).toEqual(Object.keys(PERMISSIONS).sort());
});

it('breaks every command in the fault tests', () => {
  const folder = 'lib/server';
  const names = files(folder).flatMap((file) =>
    [...source(file).matchAll(/^export const (\w+)\b[^=\n]*= (?:command|userCommand)\b/gm)].map(
      ([, name = '']) => name,
    ),
  );
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('faults.db.test.ts'))
    .map((name) => source(`${folder}/${name}`))
    .join('\n');
  names.push(...WORKFLOW_ACTIONS.map((step) => `stepCommands.${step}`));
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) expect(tests).toMatch(new RegExp(`(command: |'\\w+',\\s+)${name},`));
});
