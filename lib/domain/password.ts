import * as z from 'zod/mini';

export const PASSWORD_MIN_LENGTH = 12;
const PASSWORD_MAX_LENGTH = 128;

/** Words that people put into passwords of twelve characters when they are made to. */
const COMMON = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'qwertyuiop',
  'asdfghjkl',
  'administrator',
  'iloveyou',
  'letmein',
  'welcome',
  'minatoku',
  'osakashi',
  'yosanhensei',
  'abcdefgh',
  '12345678',
  '87654321',
  '11111111',
  '00000000',
];

/** Common: a well-known word with little around it, or hardly any different characters. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < 5) return true;
  return COMMON.some((word) => plain.includes(word) && plain.replaceAll(word, '').length < 8);
}

const newPassword = z.string().check(
  z.minLength(PASSWORD_MIN_LENGTH, 'password_too_short'),
  z.maxLength(PASSWORD_MAX_LENGTH, 'too_long'),
  z.refine((password: string) => !isCommonPassword(password), 'password_too_common'),
);

export const changePasswordInput = z
  .object({
    current: z.string().check(z.minLength(1, 'required'), z.maxLength(PASSWORD_MAX_LENGTH, 'wrong_password')),
    next: newPassword,
    repeat: z.string(),
  })
  .check(
    z.refine(({ next, repeat }) => next === repeat, { path: ['repeat'], message: 'passwords_differ' }),
    z.refine(({ current, next }) => current !== next, { path: ['next'], message: 'password_unchanged' }),
  );
