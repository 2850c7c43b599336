import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';

const STORED = 'local_storage,indexeddb,cache_storage,service_workers,file_systems';

/** Nothing of a person stays: cookies, what the device keeps, open pages. What the browser has of the program's own files does. */
async function forget(context: BrowserContext, origin: string): Promise<void> {
  const [keeper, ...pages] = context.pages();
  if (!keeper) throw new Error('the first page of a context stays');
  for (const page of pages) await page.close();
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  await context.clearCookies();
  const session = await context.newCDPSession(keeper);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: STORED });
  await session.detach();
}

export type Contexts = {
  take(): Promise<BrowserContext>;
  giveBack(context: BrowserContext): Promise<void>;
};

/**
 * The browser contexts of a worker, each used by one person at a time and cleared between two: a first visit loads, unpacks and
 * compiles the program's scripts anew, which cost more than half of it. An empty page keeps the process of its pages alive.
 */
export function keepContexts(browser: Browser, origin: string, options: BrowserContextOptions): Contexts {
  const free: BrowserContext[] = [];
  return {
    take: async () => {
      const kept = free.pop();
      if (kept) return kept;
      const context = await browser.newContext({ ...options, baseURL: origin });
      await context.newPage();
      return context;
    },
    giveBack: async (context) => {
      if (!browser.contexts().includes(context)) return;
      await forget(context, origin);
      free.push(context);
    },
  };
}
