import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const INPUTS = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'scripts',
  'instrumentation.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];
const IGNORED = /\.test\.tsx?$|^lib\/server\/generated\/|^scripts\/(bench|chaos|.*\.d\.mts$|test)/;

/** A name for what a build of these files would hold. */
export function buildName(root) {
  const hash = createHash('sha256');
  for (const input of INPUTS.filter((name) => existsSync(path.join(root, name)))) {
    const isFolder = statSync(path.join(root, input)).isDirectory();
    const files = isFolder ? readdirSync(path.join(root, input), { recursive: true, withFileTypes: true }) : [];
    const names = files.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
    for (const file of isFolder ? names.sort() : [path.join(root, input)]) {
      const name = path.relative(root, file).replaceAll(path.sep, '/');
      if (!IGNORED.test(name)) hash.update(name).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}
