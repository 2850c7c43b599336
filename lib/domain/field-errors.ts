import type { Locked } from '@/lib/domain/sign-in/sign-in';

/** What can be wrong with one field. Its wording is lib/text/errors.ts. */
export const FIELD_ERROR_CODES = [
  'required',
  'not_chosen',
  'too_long',
  'not_an_amount',
  'negative_amount',
  'fraction_of_thousand_yen',
  'amount_too_large',
  'not_a_day',
  'not_in_list',
  'already_used',
  'former_name',
  'password_too_short',
  'password_too_common',
  'password_unchanged',
  'passwords_differ',
  'wrong_password',
  'login_id_form',
  'department_required_for_drafter',
  'good_is_flagged',
  'bad_is_not_flagged',
  'invalid',
] as const;
export type PlainFieldErrorCode = (typeof FIELD_ERROR_CODES)[number];
/** With its number, where the code is about one: a limit (too_long_120, not_up_to_999), a character's place (unusable_17), minutes (locked_3). */
export type FieldErrorCode =
  | PlainFieldErrorCode
  | `too_long_${number}`
  | `unusable_${number}`
  | `not_up_to_${number}`
  | Locked;
export type FieldErrors = Record<string, FieldErrorCode>;

const isFieldErrorCode = (text: string): text is FieldErrorCode =>
  (FIELD_ERROR_CODES as readonly string[]).includes(text) || /^(too_long|unusable|not_up_to|locked)_\d+$/.test(text);

/** A complaint's code: schemas put one where zod expects a message. */
export const fieldErrorCode = (message: string): FieldErrorCode => (isFieldErrorCode(message) ? message : 'invalid');

/** The first complaint about a single text. */
export const complaintIn = (error?: { issues: readonly { message: string }[] }): FieldErrorCode | undefined =>
  error && fieldErrorCode(error.issues[0]?.message ?? '');

/** The first complaint of each field. */
export function fieldErrors(issues: readonly { path: PropertyKey[]; message: string }[]): FieldErrors {
  const found: FieldErrors = {};
  for (const issue of issues) {
    const field = String(issue.path[0] ?? '');
    found[field] ??= fieldErrorCode(issue.message);
  }
  return found;
}
