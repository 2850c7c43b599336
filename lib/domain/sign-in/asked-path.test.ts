import { expect, it } from 'vitest';
import { askedPath, pathBefore } from './asked-path';

it.each([
  '/years/2023',
  '/years/2023/entries?q=%E9%98%B2%E7%81%BD&status=draft',
  '/years/2023/entries?q=//elsewhere.example',
  '/admin/users/0191-x',
])('leads to %s', (path) => expect(askedPath(path)).toBe(path));

it.each([
  undefined,
  null,
  ['/years/2023'],
  '',
  'years/2023',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/x/..//elsewhere.example',
  '/.//elsewhere.example',
  '/x/%2e%2e//elsewhere.example',
  '/.//',
  '/.//[',
  '/..//a:b',
  '/@elsewhere.example:x//[',
  'javascript:alert(1)',
  ' /years/2023',
  '/api/auth/signout',
  '/x/../api/auth/signout',
  '/sign-in',
  '/sign-in?next=/years/2023',
  '/password',
  `/years/${'1'.repeat(1000)}`,
])('never leads to %s', (path) => {
  const target = new URL(askedPath(path), 'http://here.invalid');
  expect(target.origin).toBe('http://here.invalid');
  expect(target.pathname).not.toMatch(/^\/(api|sign-in|password|years)/);
});

it('carries the page in the address of the screen before it', () => {
  expect(pathBefore('/sign-in', '/years/2023/entries?q=防災')).toBe(
    '/sign-in?next=%2Fyears%2F2023%2Fentries%3Fq%3D%25E9%2598%25B2%25E7%2581%25BD',
  );
  expect(pathBefore('/password', '/years/2023')).toBe('/password?next=%2Fyears%2F2023');
  expect(pathBefore('/sign-in', '/')).toBe('/sign-in');
  expect(pathBefore('/sign-in', '//elsewhere.example')).toBe('/sign-in');
});
