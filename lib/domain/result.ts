import type { Undecidable } from '@/lib/domain/entry/undecidable';
import type { FieldErrors } from './field-errors';

/** Every expected way an operation can end without success. Its wording is lib/text/errors.ts. */
export const ERROR_CODES = [
  'signed_out',
  'drawn_for_other',
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
  'points_unconfirmed',
  'edition_incomplete',
  'category_has_entries',
  'category_has_amounts',
  'year_published',
  'findings_wrong',
  'findings_unanswered',
  'own_text',
  'places_unread',
  'unavailable',
  'print_replaced',
  'print_failed',
  'print_busy',
  'print_too_large',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** No answer of the operation: nothing came, what broke off, or what somebody else said in its place (`problemOfReply`). */
export type Unanswered = 'unreachable' | 'interrupted' | 'failed' | 'busy' | 'new_version' | 'too_large';
/** Why something was not done. */
export type Problem = ErrorCode | Unanswered;

/** After these it may have been done all the same. */
const UNCLEAR = ['unavailable', 'unreachable', 'interrupted', 'failed'] as const;
export const isUnclear = (problem: Problem): boolean => (UNCLEAR as readonly Problem[]).includes(problem);

/** These are over once the page is loaded anew, and not before. */
const OUTDATED = ['new_version', 'drawn_for_other'] as const;
export type OutdatedPage = (typeof OUTDATED)[number];
export const isOutdatedPage = (problem: Problem): problem is OutdatedPage =>
  (OUTDATED as readonly Problem[]).includes(problem);

/** Problems that are over by themselves: the same is worth sending again. */
type Passing = (typeof UNCLEAR)[number] | 'busy';
export const isPassing = (problem: Problem): problem is Passing => isUnclear(problem) || problem === 'busy';

/** `names`: what stood in the way, where it was one of several. */
export type Failure = { ok: false; code: ErrorCode; fields?: FieldErrors; names?: string[]; undecidable?: Undecidable };
export type Result<T = undefined> = { ok: true; value: T } | Failure;

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });

/** What it brought, as something else; a failure stays what it is, and no answer none. */
export const mapResult = <T, U>(result: Result<T>, of: (value: T) => U): Result<U> =>
  result?.ok ? succeed(of(result.value)) : result;

export const fail = (code: ErrorCode, fields?: FieldErrors): Failure =>
  fields ? { ok: false, code, fields } : { ok: false, code };

/** For what is done to several at once, all or none: the names of those that it couldn't be done to. */
export const failFor = (names: string[], code: ErrorCode): Failure => ({ ok: false, code, names });

/** A failure of an operation, or of the way there. */
export type Unsuccessful = Omit<Failure, 'code'> & { code: Problem };
export type Outcome<T> = { ok: true; value: T } | Unsuccessful;
