import { expect, type Page } from '@playwright/test';
import { confirmText, entryText, submittedText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { fieldErrorMessage } from '@/lib/text/errors';
import { dictionaryLabels, dictionaryText } from '@/lib/text/findings/dictionary';
import { allowFindingText, ruleText, findingsText as text, yearFindingsText } from '@/lib/text/findings/findings';
import { adminText } from '@/lib/text/shell';
import { check, expectNoFault } from './setup/accessibility';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

const NAME = '（仮称）区画整理記念・交流会館整備事業';
const SLIP = '備品の整備と移転（846万9千円）を行う。';
const STALE = '令和４年度は、備品を整備する。';
const REASON = '建設工事が前年度に終わったため。';

const submit = (page: Page) => page.getByRole('button', { name: confirmText.submit, exact: true }).click();

test('what is wrong or odd is said while typing, kept from being submitted, mended, and given a reason', async ({
  app,
  openAs,
}) => {
  const page = await openAs('drafter2');
  const path = await pathOf(app, NAME);
  await page.goto(`${path}/edit`);
  const found = page.getByRole('main');
  const counted = (errors: number, warnings: number) =>
    expect(page.locator('.act-bar')).toContainText(
      `${errors ? editorText.errors(errors) : ''}${editorText.warnings(warnings)}${editorText.nextFinding}`,
    );
  const summary = page.getByLabel(/^概要/);
  await expect(found).toContainText(editorText.noFinding);
  await page.getByLabel(/^予算額/).fill('84,069');
  await expect(found).toContainText('2,178,837千円');
  await summary.fill(`${SLIP}${STALE}`);
  await expect(found).toContainText('「846万9千円」');
  await expect(found).toContainText(text.replace('8,406万9千円'));
  await expect(found).toContainText('「令和４年度」');
  await counted(1, 2);
  await expect(page.getByRole('link', { name: new RegExp(`^概要 ?${editorText.errors(1)}`) })).toBeVisible();
  // The amount’s comes first, then the two of the text. What is said of the save in between moves nothing under the mouse.
  const next = page.getByRole('button', { name: editorText.nextFinding });
  const placeOf = async () => Math.round((await next.boundingBox())?.x ?? Number.NaN);
  const place = await placeOf();
  await next.click();
  await expect(page.getByLabel(/^予算額/)).toBeFocused();
  await expect(page.getByText(/に保存しました$/)).toBeVisible();
  // Layout counts in parts of a pixel.
  expect(Math.abs((await placeOf()) - place)).toBeLessThan(2);
  await next.click();
  await expect(summary).toBeFocused();
  expect(
    await summary.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd)),
  ).toBe('846万9千円');
  expect(await check(page, 'editor findings')).toEqual([]);

  await page.getByRole('button', { name: entryText.check }).click();
  await expect(page.getByRole('heading', { level: 1, name: confirmText.title })).toBeVisible();
  await expectNoFault(page, 'confirm findings');
  await submit(page);
  await expect(page.locator(':focus')).toContainText(text.blocked);

  // Let stand by name, which falls when the text changes.
  const admin = await openAs('admin');
  await admin.goto(path);
  const errors = admin.getByRole('region', { name: allowFindingText.title });
  const allow = errors.getByRole('button', { name: allowFindingText.allow });
  await allow.click();
  await expect(errors.getByText(fieldErrorMessage(allowFindingText.reason, 'required'))).toBeVisible();
  await expectNoFault(admin, 'entry with an error to allow');
  await errors.getByLabel(allowFindingText.reason).fill('別の事業の金額である。');
  await allow.click();
  await expect(errors).toBeHidden();
  await page.reload();
  await expect(page.getByText(/が許可：別の事業の金額である。/)).toBeVisible();
  await expect(page.getByText(text.blocked)).toBeHidden();
  await expectNoFault(page, 'confirm with an error that is allowed');

  await page.getByRole('link', { name: confirmText.back }).click();
  await counted(0, 3);
  const innovation = page.getByLabel(/^工夫点/);
  const written = await innovation.inputValue();
  await innovation.fill('要確認');
  await counted(1, 3);
  await expect(found.getByText(/が許可：別の事業の金額である。/)).toBeVisible();
  await expect(found.getByText(allowFindingText.label)).toBeVisible();
  expect(await check(page, 'editor with an error that is allowed')).toEqual([]);
  await innovation.fill(written);
  await summary.fill(`${SLIP}令和４年度の決算。。`);
  await found.getByRole('button', { name: text.replace('8,406万9千円') }).click();
  await expect(summary).toHaveValue('備品の整備と移転（8,406万9千円）を行う。令和４年度の決算。。');
  await summary.press('Control+z');
  await expect(summary).toHaveValue(`${SLIP}令和４年度の決算。。`);
  await found.getByRole('button', { name: text.replace('8,406万9千円') }).click();
  await counted(0, 2);
  await page.getByRole('button', { name: entryText.check }).click();

  const label = text.reasonFor(ruleText.far_from_last_year.name);
  await submit(page);
  await expect(page.getByText(fieldErrorMessage(label, 'required'))).toBeVisible();
  await expect(page.getByText(text.checkFirst)).toBeVisible();
  await expectNoFault(page, 'confirm findings unanswered');
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByLabel(label).pressSequentially(REASON);
  await page.reload();
  await expect(page.getByLabel(label)).toHaveValue(REASON);
  await page.getByLabel(text.checked).check();
  await submit(page);
  await expect(page.getByText(submittedText.title)).toBeVisible();

  const approver = await openAs('approver');
  await approver.goto(path.replace('/entries/', '/approvals/'));
  await expect(approver.getByRole('region', { name: text.title })).toContainText(`${text.reason}：${REASON}`);
  await expect(approver.getByRole('region', { name: text.title })).toContainText(text.looked);
  expect(await check(approver, 'decision findings')).toEqual([]);
});

test('a word of the house is refused where it does not tell its sentences apart, and then flags what is typed', async ({
  openAs,
}) => {
  const page = await openAs('admin');
  await page.goto('/admin/dictionary');
  await page.getByRole('button', { name: dictionaryText.add }).click();
  const field = (name: keyof typeof dictionaryLabels) => page.getByLabel(new RegExp(`^${dictionaryLabels[name]}`));
  await expect(field('wrong')).toBeFocused();
  await field('wrong').fill('建設工事');
  await field('right').fill('整備');
  await field('good').fill('建設工事を行う。');
  await field('bad').fill('整備を行う。');
  const save = page.getByRole('button', { name: adminText.save, exact: true });
  await save.click();
  await expect(page.getByText(fieldErrorMessage(dictionaryLabels.good, 'good_is_flagged'))).toBeVisible();
  await expect(page.getByText(fieldErrorMessage(dictionaryLabels.bad, 'bad_is_not_flagged'))).toBeVisible();
  await expectNoFault(page, 'dictionary refused');
  await field('good').fill('整備を行う。');
  await field('bad').fill('建設工事を行う。');
  await save.click();
  await expect(page.getByText(dictionaryText.added('整備'))).toBeVisible();

  await page.goto('/years/2022');
  await page.getByRole('link', { name: new RegExp(`^${yearFindingsText.line('')}`) }).click();
  const list = page.getByRole('table', { name: yearFindingsText.list });
  await expect(list).toContainText('「建設工事」');
  await page.getByLabel(yearFindingsText.rule).selectOption(ruleText.house_word.name);
  await page.getByRole('button', { name: yearFindingsText.apply }).click();
  await expect(list.locator('tbody tr')).toHaveCount(1);
});
