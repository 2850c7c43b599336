import type pg from 'pg';
import type { WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { newId } from '@/lib/server/database/db';
import { addEntry, saveEntry } from '@/lib/server/entry/entries';
import { stepCommands as commands } from '@/lib/server/entry/entry-workflow';
import type { Command } from '@/lib/server/gate/command';
import { actorOf, entryOf, saveInputOf } from './actors';
import { reasonsFor } from './finding-reasons';

/** From where every step is taken. */
export const ADDRESS = '192.0.2.1';

/** Steps of entries of the open year, found by a word of their name, as the people themselves take them. */
export function entrySteps(owner: pg.Client) {
  const execute = async <Output>(command: Command<Output>, loginId: string, input: object) =>
    command.execute({ actor: await actorOf(owner, loginId), address: ADDRESS }, input);
  return {
    add: async (loginId: string, name: string, changes: object = {}) => {
      const { version: _, ...fields } = saveInputOf(await entryOf(owner, '児童虐待'), { name });
      return execute(addEntry, loginId, { ...fields, year: 2023, entryId: newId(), ...changes });
    },
    save: async (loginId: string, word: string, changes: object = {}) =>
      execute(saveEntry, loginId, saveInputOf(await entryOf(owner, word), { ...changes })),
    take: async (action: WorkflowAction, loginId: string, word: string, reason?: string, more: object = {}) => {
      const entry = await entryOf(owner, word);
      const { id: entryId, version } = entry;
      const said = { ...(reason !== undefined && { reason }), findingReasons: await reasonsFor(entry), ...more };
      return execute(commands[action], loginId, { entryId, version, ...said });
    },
  };
}
