import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/test/browser';

const { E2E_BROWSER, E2E_WINDOWLESS_BROWSER } = process.env;
/** What goes back needs a browser that keeps pages for it, as people's do. */
const GOES_BACK = '**/back-button.spec.ts';
/** Pages live too short here to earn what optimising compilers cost. */
const UNOPTIMISED = '--js-flags=--no-opt --no-maglev';
/** Pages of one context share a process, which has compiled what they have in common: a tenth of what they cost. */
const ONE_PROCESS = '--renderer-process-limit=1';
const forward = launchOptions(E2E_WINDOWLESS_BROWSER || E2E_BROWSER);
/** A machine that has the screens' font, as people's have; the other project's browser loads it from the server. */
const env = { ...process.env, FONTCONFIG_FILE: path.resolve(import.meta.dirname, 'e2e/setup/fonts.conf') };

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.data/test-results',
  globalSetup: './e2e/setup/global-setup.ts',
  // With two, a fifth of two cores waits: for an answer, for a frame.
  workers: 3,
  forbidOnly: true,
  // Several times what the longest takes here: a machine may stand still for seconds.
  timeout: 600_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1366, height: 620 },
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
  },
  projects: [
    // First, since it is one long file for one worker.
    { name: 'back', testMatch: GOES_BACK, use: { launchOptions: launchOptions(E2E_BROWSER) } },
    {
      name: 'forward',
      testIgnore: GOES_BACK,
      use: { launchOptions: { ...forward, env, args: [...forward.args, UNOPTIMISED, ONE_PROCESS] } },
    },
  ],
});
