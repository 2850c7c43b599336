import * as z from 'zod/mini';

export const PASSWORD_MIN_LENGTH = 12;
const PASSWORD_MAX_LENGTH = 128;

/** Whether it is a common one is the server's to say: the lists of them are no load for a browser. */
const newPassword = z
  .string()
  .check(z.minLength(PASSWORD_MIN_LENGTH, 'password_too_short'), z.maxLength(PASSWORD_MAX_LENGTH, 'too_long'));

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
