// Runs scripts/NAME.ts: node scripts/bootstrap.mjs NAME [arguments]. It needs Node alone: missing packages are installed first,
// unless --no-install stands before the name: a process that is ended half-way through would leave node_modules empty.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const data = path.join(root, '.data');
const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Whether every package that the lock file names is there in that version; what is optional may be missing. */
function isInstalled() {
  if (!existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return false;
  const { packages: there } = read('node_modules/.package-lock.json');
  return Object.entries(read('package-lock.json').packages).every(
    ([name, { version, optional }]) =>
      name === '' || there[name]?.version === version || (optional && there[name] === undefined),
  );
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Only one process installs; the file with its number is void when that process is gone. */
async function takeTurn(file) {
  for (;;) {
    try {
      return writeFileSync(file, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    try {
      process.kill(Number(readFileSync(file, 'utf8')), 0);
      await pause(300);
    } catch {
      rmSync(file, { force: true });
    }
  }
}

/** NODE_ENV=production would leave the build's tools out. Install scripts only download what is not needed here. */
async function install() {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const parent = process.ppid;
  console.log('・部品をインストールしています');
  const timer = setInterval(() => console.log(`　…続けています（${Math.round(seconds())}秒）`), 10_000);
  const args = ['ci', '--include=dev', '--ignore-scripts', '--loglevel=error'];
  const npm = spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const end = () => npm.kill() && process.exit(1);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const name of signals) process.on(name, end);
  const code = await new Promise((resolve) => npm.on('error', () => resolve(1)).on('close', resolve));
  for (const name of signals) process.off(name, end);
  clearInterval(timer);
  if (process.env.npm_lifecycle_event && process.ppid !== parent) process.exit(1);
  if (code !== 0) throw new Error('部品をインストールできません。上のメッセージを確認してください。');
  console.log(`　完了（${seconds().toFixed(1)}秒）`);
}

async function prepare() {
  if (isInstalled()) return;
  const turn = path.join(data, 'installing');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  await takeTurn(turn);
  try {
    if (!isInstalled()) await install();
  } finally {
    rmSync(turn, { force: true });
  }
}

/** One file of JavaScript for Node, kept as long as none of the files has changed that it is made of. @returns its address. */
async function bundle(name) {
  const file = path.join(data, 'scripts', `${name.replaceAll('/', '-')}.mjs`);
  const changedAt = (input) => (existsSync(path.join(root, input)) ? statSync(path.join(root, input)).mtimeMs : 0);
  const stamp = `${file}.json`;
  const made = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : {};
  if (made.of === root && Object.entries(made.inputs).every(([input, time]) => changedAt(input) === time)) return file;
  const esbuild = await import('esbuild');
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`scripts/${name}.ts`],
    outfile: file,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    // What marks the server's code throws outside of a server's bundle.
    alias: { 'server-only': path.join(root, 'node_modules/server-only/empty.js') },
    sourcemap: 'inline',
    logLevel: 'error',
  });
  await esbuild.stop();
  const inputs = Object.fromEntries(Object.keys(metafile.inputs).map((input) => [input, changedAt(input)]));
  mkdirSync(path.dirname(file), { recursive: true });
  for (const [to, content] of [
    [file, outputFiles[0].contents],
    [stamp, JSON.stringify({ of: root, inputs })],
  ]) {
    writeFileSync(`${to}.${process.pid}`, content);
    renameSync(`${to}.${process.pid}`, to);
  }
  return file;
}

const REASONS = {
  ENOSPC: () => 'ディスクの空き容量が足りません。空きを作ってから、もう一度実行してください。',
  EACCES: ({ path: place }) => `書き込む権限がありません: ${place}`,
  EROFS: ({ path: place }) => `書き込む権限がありません: ${place}`,
};

async function open(name, mayInstall) {
  // Tailwind's resolver takes it for the beginning of a fragment.
  if (root.includes('#'))
    throw new Error(`フォルダーの名前に「#」があると動きません。名前を変えるか、別の場所に移してください: ${root}`);
  if (mayInstall) await prepare();
  return bundle(name);
}

/** Runs the script in this process, with the arguments that follow. */
export async function runScript(name, mayInstall = true) {
  let file;
  try {
    file = await open(name, mayInstall);
  } catch (error) {
    console.error(REASONS[error.code]?.(error) ?? error.message);
    process.exit(1);
  }
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(file).href);
}

if (process.argv[1] === import.meta.filename) {
  const mayInstall = process.argv[2] !== '--no-install';
  const [name] = process.argv.splice(2, mayInstall ? 1 : 2).slice(-1);
  await runScript(name, mayInstall);
}
