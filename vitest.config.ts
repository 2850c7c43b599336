import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
// `server-only` throws outside a server bundle; its own empty module is what such a bundle takes.
const resolve = { alias: { '@': root, 'server-only': path.join(root, 'node_modules/server-only/empty.js') } };
/** What is waited for may take long on a busy machine. */
const expectations = { poll: { timeout: 30_000 } };
const exclude = ['**/node_modules/**', '**/.next/**', '.data/**', 'e2e/**'];

export default defineConfig({
  test: {
    // `npm test` has two runs side by side: what talks to a database or a process waits most of its time.
    maxWorkers: availableParallelism(),
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          expect: expectations,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.db.test.ts', '**/*.launcher.test.ts'],
          // Their modules keep nothing from test to test, and loading them for each file was a third of the time.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'launcher',
          expect: expectations,
          include: ['scripts/launcher/*.launcher.test.ts'],
          exclude,
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: 'db',
          expect: expectations,
          include: ['**/*.db.test.ts'],
          exclude,
          // Each file has a database of its own, which it names before its first connection.
          isolate: false,
          // What Next's modules expect of a server, before the first of them is loaded.
          setupFiles: ['next/dist/server/node-environment-baseline'],
          globalSetup: './scripts/test/database.setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
