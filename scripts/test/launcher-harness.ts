import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../launcher/build';
import { freePort } from '../launcher/postgres';
import { identityOf, isAlive, pause } from '../launcher/process-identity';

/** A launcher on a data folder of its own, so that the tests pass beside a running `npm start`. */
export type Launcher = {
  child: ChildProcess;
  url: string;
  output(): string;
  says(text: string): Promise<void>;
  /** How long it took until the address was printed. */
  ready(): Promise<number>;
  ended(): Promise<number | null>;
};

export class DataFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'yosan-launcher-'));
  private readonly launchers: Launcher[] = [];

  /** `within`: a command that runs the launcher as its last arguments. */
  async start(settings: Record<string, string> = {}, within: readonly string[] = []): Promise<Launcher> {
    const port = settings.PORT ?? String(await freePort());
    const env = { ...process.env, DATA_DIR: this.path, ...settings, PORT: port, NODE_ENV: 'production' as const };
    const started = performance.now();
    const [program = process.execPath, ...args] = [...within, process.execPath, 'scripts/start.mjs'];
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const says = async (text: string) => {
      while (!output.includes(text)) {
        if (child.exitCode !== null) throw new Error(output);
        await pause(5);
      }
    };
    const launcher: Launcher = {
      child,
      url: `http://localhost:${port}`,
      output: () => output,
      ended: () => ended,
      says,
      ready: async () => {
        await says('開始しました');
        return performance.now() - started;
      },
    };
    this.launchers.push(launcher);
    return launcher;
  }

  read(name: string): string {
    return readFileSync(path.join(this.path, name), 'utf8');
  }

  get cluster(): string {
    const pointer = path.join(this.path, 'postgres-location');
    return path.join(existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : this.path, 'cluster');
  }

  /** The server and PostgreSQL that the launcher's record and the cluster name. */
  processes(): { server: () => boolean; postgres: () => boolean } {
    const { server } = JSON.parse(this.read('launcher.json'));
    const pid = Number(readFileSync(path.join(this.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const postgres = identityOf(pid);
    return { server: () => isAlive(server), postgres: () => isAlive(postgres) };
  }

  /** The commands of all processes that were started with this data folder or work on its cluster. */
  leftovers(): string[] {
    const { stdout } = spawnSync('ps', ['axeww', '-o', 'command='], { encoding: 'utf8' });
    const isOurs = (line: string) =>
      line.includes(`DATA_DIR=${this.path} `) || line.includes(this.cluster) || `${line} `.includes(`${this.path}/`);
    return stdout.split('\n').filter(isOurs);
  }

  async remove(): Promise<void> {
    for (const { child, ended } of this.launchers) {
      child.kill('SIGTERM');
      await ended();
    }
    if (!existsSync(this.path)) return;
    rmSync(path.dirname(this.cluster), { recursive: true, force: true });
    rmSync(this.path, { recursive: true, force: true });
  }
}

let built: Promise<string> | undefined;

/** What a start does to a database before it serves, alone. */
export async function prepareDatabase(
  settings: Record<string, string>,
): Promise<{ status: number | null; output: string }> {
  built ??= build();
  const folder = await built;
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'tools/prepare-database.mjs')], {
    cwd: folder,
    env: { ...process.env, ...settings },
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}
