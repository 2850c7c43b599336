import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { root } from '../launcher/folders';
import { findBrowser, launchOptions } from '../test/browser';

const RUNS = 9;

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Cost = { scripts: number; styles: number; fonts: number; all: number; textVisible: number };

/** What one page costs a browser: bytes as they come over the line, and when its text can be read. */
async function visit(browser: Browser, url: string, cookie: { name: string; value: string }): Promise<[Cost, Cost]> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1366, height: 620 } });
  await context.addCookies([{ ...cookie, url: new URL(url).origin }]);
  const open = async () => {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    const cost = await page.evaluate(async () => {
      const paints = () => performance.getEntriesByName('first-contentful-paint');
      while (paints().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await new Promise((resolve) => setTimeout(resolve, 300));
      await document.fonts.ready;
      const timings = ['navigation', 'resource'].flatMap(
        (type) => performance.getEntriesByType(type) as PerformanceResourceTiming[],
      );
      const sum = (of: RegExp) =>
        timings.filter(({ name }) => of.test(name)).reduce((bytes, { transferSize }) => bytes + transferSize, 0);
      return {
        scripts: sum(/\.js(\?|$)/),
        styles: sum(/\.css(\?|$)/),
        fonts: sum(/\.woff2$/),
        all: sum(/^/),
        textVisible: paints()[0]?.startTime ?? Number.NaN,
      };
    });
    await page.close();
    return cost;
  };
  const costs: [Cost, Cost] = [await open(), await open()];
  await context.close();
  return costs;
}

/** The screens' font is there, as on people's machines, or comes from the server. */
const MACHINES = { 'with the font': 'e2e/setup/fonts.conf', 'without it': 'scripts/bench/no-fonts.conf' };

/** KB of a first visit and text visible (ms) with nothing in the browser's cache, and again; the pages are asked in turn. */
export async function measureBrowser(servers: Record<string, string>, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  for (const [machine, fonts] of Object.entries(MACHINES)) {
    const env = { ...process.env, FONTCONFIG_FILE: path.join(root, fonts) };
    const browser = await chromium.launch({ ...launchOptions(await findBrowser()), env });
    const visits: Record<string, [Cost, Cost][]> = {};
    for (let run = 0; run < RUNS; run += 1)
      for (const [title, url] of Object.entries(servers)) {
        visits[title] ??= [];
        visits[title].push(await visit(browser, url, { name, value }));
      }
    await browser.close();
    console.log(`\n## In Chromium, ${machine}\n`);
    console.log(
      '| | JavaScript KB | CSS KB | fonts KB | in all KB | text visible ms, first visit | ÷ bare table | again | ÷ bare table |',
    );
    console.log(`|${'---|'.repeat(9)}`);
    const bare = visits['bare table'] ?? [];
    for (const [title, costs] of Object.entries(visits)) {
      const bytes = (['scripts', 'styles', 'fonts', 'all'] as const).map((of) =>
        (median(costs.map(([first]) => first[of])) / 1024).toFixed(0),
      );
      const times = ([0, 1] as const).flatMap((nth) => {
        const ratios = costs.map((cost, run) => cost[nth].textVisible / (bare[run]?.[nth].textVisible ?? Number.NaN));
        return [median(costs.map((cost) => cost[nth].textVisible)).toFixed(0), median(ratios).toFixed(2)];
      });
      console.log(`| ${[title, ...bytes, ...times].join(' | ')} |`);
    }
  }
}
