import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { type Account, isRoot, systemAccount } from './postgres-home';

const ACCOUNT = 'yosan-hensei';
const READ = 'fs.accessSync(process.argv[1], fs.constants.R_OK)';

const canRead = (account: Account, file: string) =>
  spawnSync(process.execPath, ['-e', READ, file], { cwd: '/', stdio: 'ignore', ...account }).status === 0;

/**
 * Whom a build is served as. Root gives itself up for an account that owns nothing, the database's files neither; where that
 * one can't reach the program, the start says so.
 */
export function programAccount(build: string): Account | undefined {
  if (!isRoot()) return undefined;
  // The folder of the builds also holds secrets, each readable by root alone: it can be passed through, not listed.
  chmodSync(path.resolve(build, '..', '..'), 0o711);
  const account = systemAccount(ACCOUNT);
  if (account && canRead(account, path.join(build, 'server.js'))) return account;
  console.log(
    `注意: プログラムをrootのまま動かします。OSアカウント「${ACCOUNT}」では、プログラムのフォルダー（${build}）かNode（${process.execPath}）を` +
      '読めません。誰でも読める場所（/opt など）に置いてください。',
  );
  return undefined;
}
