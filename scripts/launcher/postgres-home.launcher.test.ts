import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clusterHome, markCreated, serverAccount } from './postgres-home';

let place: string;
let original: string;
let home: string;
const made = new Set<string>();

function homeOf(folder: string): string {
  const found = clusterHome(folder);
  made.add(found);
  return found;
}

/** Only as root does the cluster live outside the data folder. */
describe.runIf(process.getuid?.() === 0)('whose the cluster is', () => {
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'yosan-place-'));
    original = path.join(place, 'original');
    home = homeOf(original);
  });
  afterEach(() => {
    for (const folder of [...made, place]) rmSync(folder, { recursive: true, force: true });
  });

  it('stays where it was, start after start', () => expect(homeOf(original)).toBe(home));

  it('refuses a copy, and says whose it is', () => {
    const copy = path.join(place, 'copy');
    cpSync(original, copy, { recursive: true });
    expect(() => clusterHome(copy)).toThrow(`最後に起動したのは「${original}」です。「${copy}」がその写しなら`);
    expect(homeOf(original)).toBe(home);
    rmSync(path.join(original, 'postgres-location'));
    expect(homeOf(copy)).toBe(home);
    writeFileSync(path.join(original, 'postgres-location'), home);
    expect(() => clusterHome(original)).toThrow(`最後に起動したのは「${copy}」です`);
    rmSync(path.join(copy, 'postgres-location'));
    expect(homeOf(copy)).not.toBe(home);
  });

  it('follows a data folder that was moved, and leaves it alone when another takes the old place', () => {
    const moved = path.join(place, 'moved');
    renameSync(original, moved);
    expect(homeOf(moved)).toBe(home);
    expect(homeOf(original)).not.toBe(home);
    expect(homeOf(moved)).toBe(home);
    expect(readFileSync(path.join(home, 'data-folder'), 'utf8').trim()).toBe(moved);
  });

  it('takes in a home from before there was a record of it', () => {
    rmSync(path.join(home, 'data-folder'));
    expect(homeOf(original)).toBe(home);
    expect(readFileSync(path.join(home, 'data-folder'), 'utf8').trim()).toBe(original);
  });

  it('refuses a data folder that was moved to a machine without the database, and names the place', () => {
    rmSync(home, { recursive: true });
    expect(() => clusterHome(original)).toThrow(`データベースが見つかりません: ${home}`);
    expect(existsSync(home)).toBe(false);
  });

  it('refuses a data folder whose pointer is gone, once a database had been made', () => {
    markCreated(original);
    expect(homeOf(original)).toBe(home);
    const pointer = path.join(original, 'postgres-location');
    rmSync(pointer);
    expect(() => clusterHome(original)).toThrow(`データベースが見つかりません: ${pointer}`);
  });

  it('refuses to begin another database beside one that an ordinary user made', () => {
    const folder = path.join(place, 'ordinary');
    mkdirSync(path.join(folder, 'cluster'), { recursive: true });
    writeFileSync(path.join(folder, 'cluster', 'PG_VERSION'), '18\n');
    expect(() => clusterHome(folder)).toThrow(`データベースは「${folder}/cluster」にあります。root以外の`);
  });

  it('refuses an ordinary user where root has made one', () => {
    chmodSync(place, 0o755);
    for (const name of [original, path.join(original, 'postgres-location')]) chmodSync(name, 0o777);
    const file = path.join(place, 'postgres-home.mjs');
    buildSync({
      stdin: {
        contents: `import { clusterHome } from './postgres-home';
          try { console.log(clusterHome(${JSON.stringify(original)})) } catch (error) { console.log(error.message) }`,
        resolveDir: import.meta.dirname,
      },
      outfile: file,
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
    const { stdout } = spawnSync(process.execPath, [file], { ...serverAccount(), encoding: 'utf8' });
    expect(stdout).toBe(`データベースは「${home}」にあります。rootで起動してください。\n`);
  });
});
