import { readFileSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod/mini';
import type { saveEntryInput } from '../../lib/domain/entry/entry-input';
import { DRAWN_FOR_HEADER } from '../../lib/domain/sign-in/drawn-for';
import { send } from './load';

/** The server actions that are called from here, as lib/actions has them. */
export type Actions = typeof import('../../lib/actions/entry');
export type ActionName = keyof Actions;

/** The id that the build gave to the server action. */
export function actionId(buildFolder: string, name: ActionName): string {
  const file = path.join(buildFolder, '.next/server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, { exportedName: string }> };
  const found = Object.entries(node).find(([, action]) => action.exportedName === name);
  if (!found) throw new Error(`no server action ${name} in the build`);
  return found[0];
}

type Person = { cookie: string; whom: string };
type Call = Person & { id: string; page: string; input: unknown };

/** Through the real door: a server action over HTTP, signed in. Throws where the answer, or one in it, is a refusal. */
export async function callAction(origin: string, { cookie, whom, id, page, input }: Call): Promise<void> {
  const answer = await send(`${origin}${page}`, {
    method: 'POST',
    headers: {
      'next-action': id,
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
      origin,
      cookie,
      [DRAWN_FOR_HEADER]: whom,
    },
    body: JSON.stringify([input]),
  });
  const text = answer.body.toString();
  const isDone = answer.status === 200 && text.includes('"ok":true') && !text.includes('"ok":false');
  if (!isDone) throw new Error(`${answer.status} ${text.slice(0, 300)}`);
}

type Save = Person & { id: string; page: string; fields: z.input<typeof saveEntryInput> };
export const saveThroughApp = (origin: string, { fields, ...call }: Save): Promise<void> =>
  callAction(origin, { ...call, input: fields });
