import { readFileSync } from 'node:fs';
import path from 'node:path';
import { send } from './load.mjs';

/** The id that the build gave to the server action of this name. */
export function actionId(buildFolder, exportedName) {
  const file = path.join(buildFolder, '.next/server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8'));
  const found = Object.entries(node).find(([, action]) => action.exportedName === exportedName);
  if (!found) throw new Error(`no server action ${exportedName} in the build`);
  return found[0];
}

/** A save through the real door: the server action over HTTP, signed in. */
export async function saveThroughApp(origin, { cookie, id, page, fields }) {
  const answer = await send(`${origin}${page}`, {
    method: 'POST',
    headers: {
      'next-action': id,
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
      origin,
      cookie,
    },
    body: JSON.stringify([fields]),
  });
  const text = answer.body.toString();
  if (answer.status !== 200 || !text.includes('"ok":true')) throw new Error(`${answer.status} ${text.slice(0, 300)}`);
}
