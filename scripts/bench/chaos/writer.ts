import type { BrowserContext, Page } from '@playwright/test';
import { conflictText } from '../../../lib/text/entry/conflict-panel';
import { restoreText } from '../../../lib/text/entry/entry-editor';
import { errorText } from '../../../lib/text/errors';
import { signInText } from '../../../lib/text/sign-in/sign-in';
import type { DemoAccount } from '../../../prisma/seed';
import { pause } from '../../launcher/process-identity';
import type { Random } from '../random';

const LONGEST = 800;
const PATIENCE_MS = 120_000;

/** What a device may not have yet when its page crashes (use-device-copy.ts), and then some. */
export const KEPT_AFTER_MS = 250;

/** One person who writes in one entry, key by key, and goes on whatever happens. */
export class Writer {
  /** All that was typed and has to be there in the end. */
  text = '';
  /** How often it was asked whose text is right. */
  questions = 0;
  private word = 0;
  private page!: Page;

  constructor(
    private readonly context: BrowserContext,
    private readonly account: DemoAccount,
    private readonly path: string,
    private readonly random: Random,
  ) {}

  private summary = () => this.page.getByRole('textbox', { name: /^概要/ });

  async signIn(page: Page): Promise<void> {
    for (;;)
      try {
        await page.goto('/sign-in', { timeout: 20_000 });
        if (new URL(page.url()).pathname !== '/sign-in') return;
        await page.getByLabel(signInText.loginId, { exact: true }).fill(this.account.loginId);
        await page.getByLabel(signInText.password, { exact: true }).fill(this.account.password);
        await page.getByRole('button', { name: signInText.submit, exact: true }).click();
        await page.waitForURL((url) => url.pathname !== '/sign-in', { timeout: 20_000 });
        return;
      } catch {
        await pause(300);
      }
  }

  /** In another tab, as the editor offers it; then back. */
  async signInAgain(): Promise<void> {
    const tab = await this.context.newPage();
    await this.signIn(tab);
    await tab.close();
    await this.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  }

  /** Opens the editor anew, after a crash too, and takes back what the device kept. */
  async open(): Promise<void> {
    for (;;)
      try {
        await this.page?.close().catch(() => undefined);
        this.page = await this.context.newPage();
        this.page.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
        await this.page.goto(this.path, { timeout: 20_000 });
        if (new URL(this.page.url()).pathname === '/sign-in') {
          await this.signIn(this.page);
          await this.page.goto(this.path, { timeout: 20_000 });
        }
        return await this.restore();
      } catch {
        await this.page.close().catch(() => undefined);
        await pause(300);
      }
  }

  async restore(): Promise<void> {
    const offer = this.page.getByRole('button', { name: restoreText.restore, exact: true }).first();
    await this.page.locator('#summary:enabled').waitFor({ timeout: 20_000 });
    // What stood there before anything was typed.
    if (this.word === 0) this.text = await this.shown();
    if ((await this.shown()) === this.text) return;
    await offer.click({ timeout: 5000 });
  }

  /** Nobody else writes here: whatever is asked is one's own text, and wrong to ask. It is answered, so that the run goes on. */
  private async chooseMine(): Promise<void> {
    const mine = this.page.getByRole('button', { name: new RegExp(`^${conflictText.keepMine}`) });
    const count = await mine.count();
    if (count === 0) return;
    this.questions += 1;
    for (let left = count; left > 0; left -= 1) await mine.nth(left - 1).click({ timeout: 2000 });
    await this.page.getByRole('button', { name: conflictText.saveChosen }).click({ timeout: 2000 });
  }

  reload = () => this.page.reload({ timeout: 20_000 }).then(() => this.restore());

  async crash(): Promise<void> {
    await pause(KEPT_AFTER_MS);
    const session = await this.context.newCDPSession(this.page);
    const isGone = this.page.waitForEvent('crash');
    session.send('Page.crash').catch(() => undefined);
    await isGone;
    await this.page.close().catch(() => undefined);
    await this.open();
  }

  setOffline = (isOffline: boolean) => this.context.setOffline(isOffline);

  async type(words: number): Promise<void> {
    await this.summary().focus();
    if (this.text.length > LONGEST) {
      await this.page.keyboard.press('Control+A');
      await this.page.keyboard.press('Delete');
      this.text = '';
    }
    await this.page.keyboard.press('Control+End');
    for (let count = 0; count < words; count += 1) {
      this.word += 1;
      for (const key of `${this.word}、`) {
        await this.page.keyboard.type(key);
        this.text += key;
        await pause(this.random.between(2, 25));
      }
    }
  }

  /** Tab saves at once; who only stops waits for the pause. */
  stop = () => (this.random.next() < 0.7 ? this.page.keyboard.press('Tab') : Promise.resolve());

  shown = () => this.summary().inputValue();

  /** What the editor says of it. */
  said = () => this.page.locator('.act-bar').textContent();

  /** @returns whether everything is stored and in sight, after as long as it takes. */
  async isStored(stored: () => Promise<string>): Promise<boolean> {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(100)) {
      if ((await stored().catch(() => '')) === this.text) return (await this.shown()) === this.text;
      await this.chooseMine().catch(() => undefined);
      if (await this.page.getByText(errorText.signed_out).isVisible()) await this.signInAgain();
    }
    return false;
  }
}
