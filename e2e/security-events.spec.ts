import { expect } from '@playwright/test';
import { errorText } from '@/lib/text/errors';
import { securityKindText, securityText } from '@/lib/text/history/security';
import { sessionsText } from '@/lib/text/sign-in/sessions';
import { filterText, uiText } from '@/lib/text/ui';
import { expectNoFault } from './setup/accessibility';
import { test } from './setup/fixtures';

test('the administrator finds and exports what was refused; nobody else does', async ({ app, openAs }) => {
  const viewer = await openAs('viewer');
  expect((await viewer.goto('/admin/security'))?.status()).toBe(403);
  expect((await viewer.request.get('/api/security-events')).status()).toBe(403);
  const stranger = await openAs('taisho-admin');
  await stranger.goto('/admin/security');
  await expect(stranger.getByRole('cell', { name: /（taisho-admin）/ })).toHaveCount(1);
  await expect(stranger.getByText('（viewer）')).toHaveCount(0);

  const page = await openAs('admin');
  await page.goto('/admin/security');
  await page.getByLabel(securityText.kind).selectOption(securityKindText.operation_refused);
  await page.getByRole('button', { name: filterText.apply }).click();
  await expect(page).toHaveURL(/kind=operation_refused/);
  const rows = page.getByRole('row').filter({ hasText: '（viewer）' });
  // The first of them at once, the other because somebody looks.
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText(errorText.forbidden.split('。')[0] ?? '');
  await expectNoFault(page, 'security events');

  const href = await page.getByRole('link', { name: securityText.download }).getAttribute('href');
  const file = await page.request.get(href ?? '');
  expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8');
  expect((await file.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const lines = (await file.text()).trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('"viewer"');
  await page.request.head(href ?? '');
  const [recorded] = await app.rows<{ count: number; filter: string }>(
    `SELECT count(*)::int, max(after->>'filter') AS filter FROM audit_event WHERE operation = 'security.read'`,
  );
  expect(recorded).toEqual({ count: 1, filter: securityKindText.operation_refused });

  await page.goto('/admin/security?from=2001-01-01&to=2001-01-02');
  await expect(page.getByText(securityText.noneFound)).toBeVisible();
  await expectNoFault(page, 'security events none');
});

test('own sessions are seen and ended by their owner', async ({ openAs }) => {
  const other = await openAs('drafter');
  const page = await openAs('drafter');
  await page.goto('/');
  await page.locator('summary').filter({ hasText: uiText.userMenu }).click();
  await page.getByRole('link', { name: uiText.ownSessions }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sessionsText.title);
  await expect(page.getByText(sessionsText.isThis, { exact: true })).toHaveCount(1);
  await expect(page.getByRole('rowheader').first()).toContainText('Chrome');
  await expectNoFault(page, 'own sessions');
  await page.getByRole('button', { name: sessionsText.endOthers }).click();
  await page.getByRole('dialog').getByRole('button', { name: sessionsText.endOthers }).click();
  await expect(page.getByText(/台のログインを終了しました/)).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await other.goto('/');
  await expect(other).toHaveURL(/sign-in/);
});
