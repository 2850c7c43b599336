import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';

const STORED = 'local_storage,indexeddb,cache_storage,service_workers,file_systems';

/** Nothing of a person stays: cookies, what the device keeps, open pages. What the browser has of the program's own files does. */
async function forget(context: BrowserContext, origin: string): Promise<void> {
  const pages = context.pages();
  const last = pages.pop() ?? (await context.newPage());
  for (const page of pages) await page.close();
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  await last.goto('about:blank');
  await context.clearCookies();
  const session = await context.newCDPSession(last);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: STORED });
  await last.close();
}

export type Contexts = {
  take(): Promise<BrowserContext>;
  giveBack(context: BrowserContext): Promise<void>;
};

/**
 * The browser contexts of a worker, each used by one person at a time and cleared between two: a first visit loads, unpacks and
 * compiles the program's scripts anew, which cost more than half of it.
 */
export function keepContexts(browser: Browser, origin: string, options: BrowserContextOptions): Contexts {
  const free: BrowserContext[] = [];
  return {
    take: async () => free.pop() ?? browser.newContext({ ...options, baseURL: origin }),
    giveBack: async (context) => {
      if (!browser.contexts().includes(context)) return;
      await forget(context, origin);
      free.push(context);
    },
  };
}
