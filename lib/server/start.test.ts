import { expect, it } from 'vitest';
import { proxyWarning } from './start';

it.each([
  ['https://yosan.example', undefined, true],
  ['https://yosan.example', true, false],
  ['https://yosan.example', false, false],
  ['http://localhost:3000', undefined, false],
])('at %s with TRUST_PROXY %s warns: %s', (NEXTAUTH_URL, TRUST_PROXY, warns) => {
  expect(proxyWarning({ NEXTAUTH_URL, TRUST_PROXY }) !== null).toBe(warns);
});
