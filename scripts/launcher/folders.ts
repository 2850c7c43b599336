import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';

/** The project's folder, seen from a source and from what is made of it (in `.data/scripts`). */
function findRoot(folder = import.meta.dirname): string {
  const above = path.dirname(folder);
  return existsSync(path.join(folder, 'package.json')) || above === folder ? folder : findRoot(above);
}

export const root = findRoot();

/** Of `.env` this one setting holds for every script; the others are `npm start`'s and the operator's commands'. */
function findDataFolder(): string {
  if (process.env.DATA_DIR !== undefined) return path.resolve(process.env.DATA_DIR || path.join(root, '.data'));
  const file = path.join(root, '.env');
  const settings = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return path.resolve(root, settings.DATA_DIR || '.data');
}

/** Builds are not in here: they belong to the program's files, not to the data. */
export const dataFolder = findDataFolder();
