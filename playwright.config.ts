import { defineConfig } from '@playwright/test';

// As root Chromium has no sandbox; without the other switches it looks for hosts that a closed network lacks.
const SWITCHES = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];
const isRoot = process.getuid?.() === 0;
const browser = process.env.E2E_BROWSER;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.data/test-results',
  globalSetup: './e2e/setup/global-setup.ts',
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1366, height: 620 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: isRoot ? ['--no-sandbox', ...SWITCHES] : SWITCHES,
    },
  },
});
