import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../launcher/folders';

/** Made by scripts/test/database.setup.ts, as the server has them: from its source each run would compile anew. */
export const TEST_TOOLS = path.join(root, '.data', 'test-tools');

/** What Node is told to run one of the scripts. */
export const commandOf = (name: string, ...args: string[]): string[] => [path.join(TEST_TOOLS, `${name}.mjs`), ...args];

export function runScript(name: string, args: string[] = [], env: NodeJS.ProcessEnv = process.env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, commandOf(name, ...args), { encoding: 'utf8', env });
  return { status, output: stdout + stderr };
}
