import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identityOf, isAlive } from './process-identity.mjs';

const fileOf = (dataFolder) => path.join(dataFolder, 'launcher.json');

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What the launcher that holds this data folder wrote about itself, if it lives. */
export function runningLauncher(dataFolder) {
  const record = read(fileOf(dataFolder));
  return record && isAlive(record) ? record : undefined;
}

/** Removes a dead launcher's record, unless another has just put its own in that place. */
function setAside(file, mine) {
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

/**
 * The data folder is one launcher's at a time; its process number and start time say whether it lives.
 * @returns `{ holder }` when another has it, else `{ previous, note, release }`: `previous` is what a dead one left.
 */
export function takeLock(dataFolder) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = fileOf(dataFolder);
  const mine = `${file}.${process.pid}`;
  let record = identityOf(process.pid);
  const write = () => writeFileSync(mine, JSON.stringify(record), { mode: 0o600 });
  let previous;
  for (;;) {
    try {
      write();
      linkSync(mine, file);
      rmSync(mine);
      break;
    } catch (error) {
      rmSync(mine, { force: true });
      if (error.code !== 'EEXIST') throw error;
    }
    const found = read(file);
    if (found && isAlive(found)) return { holder: found };
    previous = setAside(file, mine) ?? previous;
  }
  return {
    previous,
    note: (more) => {
      record = { ...record, ...more };
      try {
        write();
        renameSync(mine, file);
      } catch (error) {
        // A full disk keeps the record as it was, and nothing from being started again.
        if (error.code !== 'ENOSPC') throw error;
      }
    },
    release: () => rmSync(file, { force: true }),
  };
}
