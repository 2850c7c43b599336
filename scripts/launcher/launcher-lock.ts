import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identityOf, isAlive, type ProcessIdentity } from './process-identity';

export type DatabaseUrls = { DATABASE_URL: string; DATABASE_OWNER_URL: string };

/** What a launcher writes about itself, as far as it has come. */
export type LauncherRecord = ProcessIdentity & {
  url?: string;
  build?: string;
  database?: DatabaseUrls;
  server?: ProcessIdentity;
};

const fileOf = (dataFolder: string) => path.join(dataFolder, 'launcher.json');

function read(file: string): LauncherRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What the launcher that holds this data folder wrote about itself, if it lives. */
export function runningLauncher(dataFolder: string): LauncherRecord | undefined {
  const record = read(fileOf(dataFolder));
  return record && isAlive(record) ? record : undefined;
}

/** Removes a dead launcher's record, unless another has just put its own in that place. */
function setAside(file: string, mine: string): LauncherRecord | undefined {
  const aside = `${mine}.old`;
  try {
    renameSync(file, aside);
    const found = read(aside);
    if (found && isAlive(found)) linkSync(aside, file);
    rmSync(aside);
    return found;
  } catch {
    return undefined;
  }
}

export type Lock = {
  /** What a dead one left. */
  previous: LauncherRecord | undefined;
  note(more: Partial<LauncherRecord>): void;
  release(): void;
};

/**
 * The data folder is one launcher's at a time; its process number and start time say whether it lives.
 * @returns the holder when another has it, else the lock.
 */
export function takeLock(
  dataFolder: string,
): { holder: LauncherRecord; lock?: never } | { holder?: never; lock: Lock } {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = fileOf(dataFolder);
  const mine = `${file}.${process.pid}`;
  let record: LauncherRecord = identityOf(process.pid);
  const write = () => writeFileSync(mine, JSON.stringify(record), { mode: 0o600 });
  let previous: LauncherRecord | undefined;
  for (;;) {
    try {
      write();
      linkSync(mine, file);
      rmSync(mine);
      break;
    } catch (error) {
      rmSync(mine, { force: true });
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = read(file);
    if (found && isAlive(found)) return { holder: found };
    previous = setAside(file, mine) ?? previous;
  }
  const note = (more: Partial<LauncherRecord>) => {
    record = { ...record, ...more };
    try {
      write();
      renameSync(mine, file);
    } catch (error) {
      // A full disk keeps the record as it was, and nothing from being started again.
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  };
  return { lock: { previous, note, release: () => rmSync(file, { force: true }) } };
}
