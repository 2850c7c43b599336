import {
  type APIRequest,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  type Page,
  type Request,
} from '@playwright/test';
import { DRAWN_FOR_HEADER } from '@/lib/domain/sign-in/drawn-for';
import { accountText } from '@/lib/text/account';
import { editorText } from '@/lib/text/entry/entry-editor';
import { doorText } from '@/lib/text/errors';
import { uiText } from '@/lib/text/ui';
import type { App } from './app';
import { pathOf } from './entry-path';
import { beginSession, signIn } from './fixtures';
import type { Manner } from './nginx';

export type Site = { app: App; url: string };

export const NAME = '児童虐待未然防止・早期発見強化事業';
const WALKED = 'ブラウザから保存した概要。';

export async function enter(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await signIn(page, 'drafter');
  return page;
}

/** Does it, and hands out the action's request that the browser sent for it. */
async function sentFor(page: Page, work: () => Promise<void>): Promise<Request> {
  const sending = page.waitForRequest((request) => 'next-action' in request.headers());
  await work();
  return sending;
}

export const save = (page: Page, path: string, text: string) =>
  sentFor(page, async () => {
    await page.goto(`${path}/edit`);
    await page.getByLabel(/^概要/).fill(text);
    await page.getByRole('button', { name: editorText.save, exact: true }).click();
    await expect(page.getByText(/に保存しました/)).toBeVisible();
  });

const openMenu = (page: Page) => page.locator('summary').filter({ hasText: uiText.userMenu }).click();
const wardIn = (page: Page) => page.getByRole('banner').getByRole('link').first();

/** What a browser sends between signing in and out, and what leads to the other ward in each of the two. */
type Walk = { saving: Request; switching: Request; switchingBack: Request; leaving: Request; offers: [string, string] };

/** What makes them calls of actions; where they come from is for the test to say. */
function send(
  client: APIRequestContext,
  request: Request,
  origin: string | undefined,
  data = request.postData() ?? '',
) {
  const { 'next-action': action = '', 'content-type': type = '', [DRAWN_FOR_HEADER]: whom = '' } = request.headers();
  const kept = { 'next-action': action, 'content-type': type, [DRAWN_FOR_HEADER]: whom, accept: 'text/x-component' };
  return client.post(request.url(), { headers: { ...kept, ...(origin !== undefined && { origin }) }, data });
}

async function stored(app: App, path: string) {
  const id = path.split('/').at(-1);
  const rows = await app.rows<{ version: number; summary: string }>(
    'SELECT version, summary FROM entry WHERE id = $1',
    [id],
  );
  return rows[0] ?? { version: 0, summary: '' };
}

/** What the walk saved, as of now and with another text. */
const savingOf = ({ saving }: Walk, version: number, text: string): string =>
  (saving.postData() ?? '').replace(/"version":\d+/, `"version":${version}`).replace(WALKED, text);

async function expectForeignRefused({ app, url }: Site, client: APIRequestContext, walk: Walk, path: string) {
  const before = await stored(app, path);
  const data = savingOf(walk, before.version, '偽の概要。');
  for (const origin of [undefined, 'null', 'https://elsewhere.example', `${url}0`, app.url]) {
    const answer = await send(client, walk.saving, origin, data);
    expect([origin, answer.status(), await answer.text()]).toEqual([origin, 403, doorText.foreign_origin]);
  }
  expect(await stored(app, path)).toEqual(before);
}

/** Whose session has ended stores nothing. */
async function expectSignedOut({ app, url }: Site, client: APIRequestContext, walk: Walk, path: string) {
  const before = await stored(app, path);
  const answer = await send(client, walk.saving, url, savingOf(walk, before.version, '偽の概要。'));
  expect(answer.status()).toBe(200);
  expect(await stored(app, path)).toEqual(before);
}

/** A person's way through the program by the proxy, and that others can't send what it sends. */
export async function walkWith(browser: Browser, site: Site, manner: Manner): Promise<Walk> {
  const { app, url } = site;
  const context = await browser.newContext({
    baseURL: url,
    locale: 'ja-JP',
    ignoreHTTPSErrors: true,
    extraHTTPHeaders: { 'x-manner': manner },
  });
  const page = await enter(context);
  const path = await pathOf(app, NAME);
  const saving = await save(page, path, WALKED);
  expect(await stored(app, path)).toMatchObject({ summary: WALKED });
  const choice = page.getByRole('button', { name: /に切り替える$/ });
  const switchWard = async () => {
    const former = (await wardIn(page).textContent()) ?? '';
    await openMenu(page);
    const offer = (await choice.textContent()) ?? '';
    const request = await sentFor(page, () => choice.click());
    await expect(wardIn(page)).not.toHaveText(former);
    return { offer, request, former };
  };
  const away = await switchWard();
  const back = await switchWard();
  await expect(wardIn(page)).toHaveText(away.former);
  const walk = {
    saving,
    switching: away.request,
    switchingBack: back.request,
    leaving: saving,
    offers: [away.offer, back.offer] as [string, string],
  };
  await expectForeignRefused(site, context.request, walk, path);
  const leaving = await sentFor(page, async () => {
    await openMenu(page);
    await page.getByRole('button', { name: accountText.signOut, exact: true }).click();
  });
  await page.waitForURL(`${url}/sign-in`);
  await expectSignedOut(site, context.request, walk, path);
  await context.close();
  return { ...walk, leaving };
}

/** The same requests without the browser: what differs between the manners is what the program makes of them. */
export async function repeatWith(request: APIRequest, site: Site, manner: Manner, walk: Walk): Promise<void> {
  const { app, url } = site;
  const client = await request.newContext({
    baseURL: url,
    ignoreHTTPSErrors: true,
    extraHTTPHeaders: { 'x-manner': manner },
  });
  const shows = async (path: string, reached = path) => {
    const answer = await client.get(path);
    expect([answer.status(), answer.url()]).toEqual([200, `${url}${reached}`]);
    return answer.text();
  };
  const done = async (sent: Request, data?: string) =>
    expect(await (await send(client, sent, url, data)).text()).toContain('"ok":true');
  await shows('/', '/sign-in');
  await beginSession(client, url, 'drafter');
  const expectIn = async (ward: 0 | 1) => {
    const page = await shows('/', '/years/2023');
    expect(walk.offers.map((offer) => page.includes(`>${offer}<`))).toEqual([ward === 0, ward === 1]);
  };
  await expectIn(0);
  const path = await pathOf(app, NAME);
  await shows(`${path}/edit`);
  const text = `${manner}から保存した概要。`;
  await done(walk.saving, savingOf(walk, (await stored(app, path)).version, text));
  expect(await stored(app, path)).toMatchObject({ summary: text });
  await expectForeignRefused(site, client, walk, path);
  await done(walk.switching);
  await expectIn(1);
  await done(walk.switchingBack);
  await expectIn(0);
  await done(walk.leaving);
  await shows('/', '/sign-in');
  await expectSignedOut(site, client, walk, path);
  await client.dispose();
}
