import { root } from './folders';

const TOOLS = [
  'prepare-database',
  'user-create',
  'audit-verify',
  'backup',
  'restore',
  'print-document',
  'document-verify',
];

/** The scripts that a server needs beside the program, without compiler or source. What only one of them loads, it loads alone. */
export async function bundleTools(folder: string): Promise<void> {
  const { build, stop } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: TOOLS.map((name) => `scripts/tools/${name}.ts`),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    conditions: ['react-server'],
    external: ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', 'pg-native'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  });
  await stop();
}
