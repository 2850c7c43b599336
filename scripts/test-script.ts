import { spawnSync } from 'node:child_process';

/** What Node is told to run one of the scripts from its source. */
export const commandOf = (name: string, ...args: string[]): string[] => [
  '--conditions=react-server',
  '--import',
  'tsx',
  `scripts/${name}.ts`,
  ...args,
];

export function runScript(name: string, args: string[] = [], env: NodeJS.ProcessEnv = process.env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, commandOf(name, ...args), { encoding: 'utf8', env });
  return { status, output: stdout + stderr };
}
