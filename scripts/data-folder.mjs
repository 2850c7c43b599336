import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const file = path.join(root, '.env');

/** Of `.env` this one setting holds for every script; the others are `npm start`'s and the operator's commands'. */
function findDataFolder() {
  if (process.env.DATA_DIR !== undefined) return path.resolve(process.env.DATA_DIR || path.join(root, '.data'));
  const settings = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return path.resolve(root, settings.DATA_DIR || '.data');
}

/** Builds are not in here: they belong to the program's files, not to the data. */
export const dataFolder = findDataFolder();
