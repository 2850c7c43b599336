import { expect, it } from 'vitest';
import { isCommonPassword } from './password-strength';

const OWN = ['drafter', '保健福祉課 起案者', '港区'];

it.each([
  'qwerty123456',
  '1qaz2wsx3edc',
  '1q2w3e4r5t6y',
  'password1234567890',
  'Password123456789',
  'ｐａｓｓｗｏｒｄ１２３４',
  'p@ssw0rd1234',
  'administrator12345678',
  'abc123abc123',
  'monkey123456',
  'sakura123456',
  'minatoku2023',
  'aaaaaaaaaaaa',
  'あああああああああああああ',
  'drafter-drafter',
  'Drafter12345',
  '起案者起案者起案者起案者',
  'password'.repeat(15),
])('%s is easy to guess', async (password) => {
  expect(await isCommonPassword(password, OWN)).toBe(true);
});

it.each([
  'minato ku no yosan 2023',
  '千本松-原の夜明け 2026',
  '橋の上の青い自転車２０２３',
  'correct horse battery staple',
  'watashi no inu wa shiro',
  'kuruma-de-iku-2024',
  'Xk29!fjw0qLm',
])('%s is not', async (password) => {
  expect(await isCommonPassword(password, OWN)).toBe(false);
});

it('needs the ID to know that it is in the password', async () => {
  expect(await isCommonPassword('k-tachibana-k-tachibana', [])).toBe(false);
  expect(await isCommonPassword('k-tachibana-k-tachibana', ['k-tachibana'])).toBe(true);
});

it('never holds the server up for long', async () => {
  await isCommonPassword('loaded', []);
  const hard = ['p@ssw0rd'.repeat(16), '4@8({[</369&!1l|0$57%2'.repeat(5), '1qaz2wsx3edc4rfv'.repeat(8)];
  const started = performance.now();
  for (const password of hard) await isCommonPassword(password, OWN);
  expect(performance.now() - started).toBeLessThan(1000);
});
