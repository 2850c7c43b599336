import type { FieldErrors } from './field-errors';
import type { Undecidable } from './undecidable';

/** Every expected way an operation can end without success. Its wording is lib/text/errors.ts. */
export const ERROR_CODES = [
  'signed_out',
  'foreign_origin',
  'password_change_required',
  'invalid_input',
  'not_found',
  'forbidden',
  'own_entry',
  'wrong_status',
  'year_closed',
  'conflict',
  'reason_required',
  'already_exists',
  'entries_undecided',
  'last_admin',
  'department_in_use',
  'wrong_password',
  'locked',
  'own_account',
  'own_roles',
  'second_admin_first',
  'leaves_undecidable',
  'not_home_ward',
  'no_previous_year',
  'department_retired',
  'unchanged',
  'over_ceiling',
  'unavailable',
  'print_replaced',
  'print_failed',
  'print_busy',
  'print_too_large',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The server was not reached, or it broke down: neither is an answer of the operation. */
export type Unanswered = 'unreachable' | 'failed';
/** Why something was not done. */
export type Problem = ErrorCode | Unanswered;

/** Problems that are over by themselves: the same is worth sending again. */
type Passing = 'unavailable' | Unanswered;
export const isPassing = (problem: Problem): problem is Passing =>
  problem === 'unavailable' || problem === 'unreachable' || problem === 'failed';

/** `names`: what stood in the way, where it was one of several. */
export type Failure = { ok: false; code: ErrorCode; fields?: FieldErrors; names?: string[]; undecidable?: Undecidable };
export type Result<T = undefined> = { ok: true; value: T } | Failure;

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: ErrorCode, fields?: FieldErrors): Failure =>
  fields ? { ok: false, code, fields } : { ok: false, code };

/** For what is done to several at once, all or none: the names of those that it couldn't be done to. */
export const failFor = (names: string[], code: ErrorCode): Failure => ({ ok: false, code, names });
