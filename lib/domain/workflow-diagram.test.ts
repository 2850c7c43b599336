import { expect, it } from 'vitest';
import { statusText } from '@/lib/text/entry/entry-status';
import { roleText } from '@/lib/text/terms';
import { yearsText } from '@/lib/text/year/year-settings';
import type { Role } from './actor';
import { changeDraft, changedFields, type Draft, type DraftEvent, newDraft, undecidedFields } from './draft/draft';
import { ENTRY_STATUSES, type EntryStatus, TAKEN_BACK, WORKFLOW, WORKFLOW_ACTIONS } from './entry/entry-workflow';
import { type Operation, PERMISSIONS } from './permissions';
import { YEAR_WORKFLOW } from './year/year-workflow';

const INTRODUCTION = `# States of entry, year and draft

Made from the tables that decide, by \`lib/domain/workflow-diagram.test.ts\`, which fails when this file says otherwise. To renew it:
\`npx vitest run --project unit lib/domain/workflow-diagram.test.ts -u\`.`;

const WHAT = {
  entry: `From \`lib/domain/entry/entry-workflow.ts\` and \`lib/domain/permissions.ts\`. An entry is added, or copied when a year is opened, as a
draft. Every step needs the version that was seen.`,
  year: `From \`lib/domain/year/year-workflow.ts\` and \`lib/domain/permissions.ts\`. A year is closed when every entry of it is approved or
withdrawn, and what else stands against it (\`lib/domain/year/open-points.ts\`) is mended or confirmed; while it is closed nothing in it
can change.`,
  draft: `What a form holds, from \`changeDraft\` in \`lib/domain/draft/draft.ts\`: the arrows are found by trying every event in each state.
Of what two have changed, only the same field makes a conflict; everything else is merged and can be saved.`,
};

type Rule = {
  role: Role | 'member' | 'writer';
  department?: 'own' | 'ownOrAll';
  notAuthor?: true;
  ownDecision?: true;
  openYear?: true;
};
type Step = { operation: Operation; name: string; from: readonly string[]; to: string; reason: 'required' | 'none' };

const ruleOf = (operation: Operation): Rule => PERMISSIONS[operation];
const roleOf = (operation: Operation): string => {
  const { role } = ruleOf(operation);
  return role === 'member' || role === 'writer' ? role : `${role} (${roleText[role]})`;
};
const conditionsOf = ({ operation, reason, name }: Step): string => {
  const { department, notAuthor, ownDecision, openYear } = ruleOf(operation);
  return [
    department === 'own' && 'of the own 課',
    department === 'ownOrAll' && 'of the own 課, or of every one for an approver without',
    openYear && 'while the year is open',
    notAuthor && 'not by who drafted, edited or submitted it',
    ownDecision && 'by who took the newest decision, and could take it again',
    name === 'withdraw' && 'never approved before',
    reason === 'required' && 'with a reason',
  ]
    .filter(Boolean)
    .join('; ');
};

const mermaid = (lines: readonly string[]): string =>
  ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
const stateLine = (label: string, id: string): string => `state "${id} (${label})" as ${id}`;
const arrow = (from: string, to: string, by: string): string => `${from} --> ${to}: ${by}`;
const stepTable = (steps: readonly Step[]): string =>
  ['| step | who may | only |', '|---|---|---|']
    .concat(steps.map((step) => `| ${step.name} | ${roleOf(step.operation)} | ${conditionsOf(step) || '–'} |`))
    .join('\n');
const arrowsOf = (steps: readonly Step[]): string[] =>
  steps.flatMap(({ name, from, to, operation }) =>
    from.map((one) => arrow(one, to, `${name}, ${ruleOf(operation).role}`)),
  );
const TAKING_BACK = TAKEN_BACK.flatMap((action) =>
  WORKFLOW[action].from.map((one) => arrow(WORKFLOW[action].to, one, `takeBack of ${action}`)),
);

const ENTRY_STEPS = WORKFLOW_ACTIONS.map((action): Step => {
  const operation: Operation = `entry.${action}`;
  return { operation, name: action, ...WORKFLOW[action] };
});
const entryDiagram = (): string =>
  mermaid([
    ...ENTRY_STATUSES.map((status) => stateLine(statusText[status], status)),
    arrow('[*]', 'draft' satisfies EntryStatus, `add, ${ruleOf('entry.add').role}`),
    ...arrowsOf(ENTRY_STEPS.filter(({ to }) => to !== 'before')),
    ...TAKING_BACK,
  ]);

const YEAR_STEPS = (['open', 'close', 'reopen'] as const satisfies (keyof typeof YEAR_WORKFLOW)[]).map(
  (name): Step => ({
    operation: `year.${name}`,
    name,
    ...YEAR_WORKFLOW[name],
    from: [YEAR_WORKFLOW[name].from ?? '[*]'],
  }),
);
const yearDiagram = (): string =>
  mermaid([stateLine(yearsText.open, 'open'), stateLine(yearsText.closed, 'closed'), ...arrowsOf(YEAR_STEPS)]);

type Text = { name: string; summary: string };
type Try = { name: string; event: DraftEvent<Text>; while?: readonly string[] };

const same = (_field: string, one: unknown, other: unknown): boolean => one === other;
const stored: Text = { name: 'a', summary: 'a' };
const typed: Text = { ...stored, name: 'b' };
const another = (fields: Partial<Text>): DraftEvent<Text> => ({
  kind: 'conflict',
  stored: { version: 2, fields: { ...stored, ...fields } },
});

const DRAFT_STATES = {
  stored: 'what stands here is stored',
  unsaved: 'something is not stored',
  saving: 'sent and not yet answered',
  failed: 'not stored, and why',
  conflict: 'a person has to choose',
};
const stateOf = (draft: Draft<Text>): keyof typeof DRAFT_STATES => {
  const { kind } = draft.saving;
  if (kind === 'saving') return kind;
  if (undecidedFields(draft).length > 0) return 'conflict';
  if (changedFields(draft.theirs, draft.mine, same).length === 0) return 'stored';
  return kind === 'failed' ? kind : 'unsaved';
};

/** Answers come to what was sent, and choices where one is asked for. */
const TRIES: readonly Try[] = [
  { name: 'typed', event: { kind: 'typed', fields: typed } },
  { name: 'typed back', event: { kind: 'typed', fields: stored } },
  {
    name: 'earlier text restored',
    event: { kind: 'restored', base: stored, fields: typed, unanswered: [], change: null },
    while: ['stored'],
  },
  { name: 'sent', event: { kind: 'sent', wrong: [] }, while: ['unsaved', 'failed'] },
  { name: 'saved', event: { kind: 'saved', version: 2, at: new Date(0) }, while: ['saving'] },
  { name: 'failed', event: { kind: 'failed', problem: 'unreachable' }, while: ['saving'] },
  { name: 'wrong fields', event: { kind: 'wrong' }, while: ['saving'] },
  { name: 'another field changed elsewhere', event: another({ summary: 'c' }), while: ['saving'] },
  { name: 'the same field changed elsewhere', event: another({ name: 'c' }), while: ['saving'] },
  { name: 'mine chosen', event: { kind: 'chosen', field: 'name', side: 'mine' }, while: ['conflict'] },
  { name: 'theirs chosen', event: { kind: 'chosen', field: 'name', side: 'theirs' }, while: ['conflict'] },
];

function draftDiagram(): string {
  const first = newDraft<Text>({ version: 1, fields: stored });
  const found = new Map([[stateOf(first), first]]);
  const labels = new Map<string, Set<string>>();
  for (const [from, draft] of found) {
    for (const { name, event, while: states } of TRIES) {
      if (states?.includes(from) === false) continue;
      const next = changeDraft(draft, event, { same });
      const to = stateOf(next);
      if (!found.has(to)) found.set(to, next);
      const way = `${from} --> ${to}`;
      if (from !== to) labels.set(way, (labels.get(way) ?? new Set()).add(name));
    }
  }
  const arrows = [...labels].map(
    ([way, names]) => `${way}: ${TRIES.flatMap(({ name }) => (names.has(name) ? [name] : [])).join(' / ')}`,
  );
  return mermaid([
    ...Object.entries(DRAFT_STATES).map(([state, label]) => stateLine(label, state)),
    '[*] --> stored',
    ...arrows.sort(),
  ]);
}

it('docs/workflow.md draws what the tables say', async () => {
  const parts = [
    INTRODUCTION,
    `## Entry\n\n${WHAT.entry}\n\n${entryDiagram()}\n\n${stepTable(ENTRY_STEPS)}`,
    `## Year\n\n${WHAT.year}\n\n${yearDiagram()}\n\n${stepTable(YEAR_STEPS)}`,
    `## Draft\n\n${WHAT.draft}\n\n${draftDiagram()}`,
  ];
  await expect(`${parts.join('\n\n')}\n`).toMatchFileSnapshot('../../docs/workflow.md');
});
