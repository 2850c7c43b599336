import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { programAccount } from './program-account';

let place: string;
let build: string;

/** Only root has something to give up. */
describe.runIf(process.getuid?.() === 0)('whom the program is served as', () => {
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'yosan-place-'));
    build = path.join(place, '.data', 'builds', 'one');
    mkdirSync(build, { recursive: true });
    chmodSync(path.join(place, '.data'), 0o700);
    writeFileSync(path.join(build, 'server.js'), '');
    writeFileSync(path.join(place, '.data', 'app-password'), 'secret', { mode: 0o600 });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(place, { recursive: true, force: true });
  });

  it('is an account that reads the program, and nothing else that lies beside it', () => {
    chmodSync(place, 0o755);
    const account = programAccount(build);
    expect(account?.uid).toBeGreaterThan(0);
    const may = (...command: string[]) =>
      spawnSync(command[0] ?? '', command.slice(1), { cwd: '/', ...account }).status === 0;
    expect(may('cat', path.join(build, 'server.js'))).toBe(true);
    expect(may('ls', path.join(place, '.data'))).toBe(false);
    expect(may('cat', path.join(place, '.data', 'app-password'))).toBe(false);
    expect(may('touch', path.join(build, 'server.js'))).toBe(false);
  });

  it('is root where the account can’t get to the program, which is said', () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect(programAccount(build)).toBeUndefined();
    expect(said.mock.calls.flat().join()).toContain(`注意: プログラムをrootのまま動かします。`);
    expect(said.mock.calls.flat().join()).toContain(build);
  });
});
