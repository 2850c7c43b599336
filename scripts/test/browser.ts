import { existsSync } from 'node:fs';
import path from 'node:path';
import { runChild } from '../launcher/children';
import { root } from '../launcher/folders';
import { installDebianPackage } from './debian-package';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
  'chrome',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// As root Chromium has no sandbox; without the other switches it looks for hosts that a closed network lacks.
const SWITCHES = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** How Playwright starts the browser found by `findBrowser`; without one, its own. */
export function launchOptions(executablePath?: string) {
  return {
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox', ...SWITCHES] : SWITCHES,
    // People's browsers keep pages for 戻る; Playwright turns that off unless it is told not to.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  };
}

/** Where a command stands, the administrator's folders included. */
export function commandPath(...names: string[]): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin'];
  const extension = process.platform === 'win32' ? '.exe' : '';
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, `${name}${extension}`)))
    .find((file) => existsSync(file));
}

const installed = () => commandPath(...NAMES) ?? PLACES.find((file) => existsSync(file));

async function downloaded(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** @returns a Chromium or Edge for the tests: an installed one, else Playwright's download, else Debian's. */
export async function findBrowser(): Promise<string | undefined> {
  const found = installed() ?? (await downloaded());
  if (found) return found;
  const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const { code } = await runChild(process.execPath, [playwright, 'install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (code === 0 && (await downloaded())) return downloaded();
  await installDebianPackage('chromium');
  return installed();
}

/** @returns the same engine without windows, which costs half as much but keeps no pages for 戻る; undefined: it can't be had. */
export async function findWindowlessBrowser(): Promise<string | undefined> {
  const name = 'chromium-headless-shell';
  if (!commandPath(name)) await installDebianPackage(name);
  return commandPath(name);
}
