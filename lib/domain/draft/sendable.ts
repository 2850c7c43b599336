import { type FieldErrorCode, type FieldErrors, fieldErrors } from '@/lib/domain/field-errors';
import { changedFields, type Draft, type FieldOf, type Fields, type Same, type Value, withoutWrong } from './draft';

export type Schema = {
  safeParse: (value: unknown) => {
    success: boolean;
    error?: { issues: readonly { path: PropertyKey[]; message: string }[] } | undefined;
  };
};
export type Sendable<F> = {
  /** What has to be corrected first, and how. */
  errors: FieldErrors;
  /** Of these, what is stored stays. */
  wrong: readonly FieldOf<F>[];
  /** Without these, nothing can be. */
  needed: readonly FieldOf<F>[];
  /** Whether the rest can be stored by itself, and isn't yet. */
  isRestWorth: boolean;
};

/** What the server would not store, field by field: a project that somebody else has taken, a category that has ended. */
export type Refused = Readonly<Record<string, { value: Value | undefined; code: FieldErrorCode }>>;

export const refusedOf = (fields: Fields, errors: FieldErrors): Refused =>
  Object.fromEntries(Object.entries(errors).map(([field, code]) => [field, { value: fields[field], code }]));

/** What of that stands as it was refused. */
const stillRefused = (mine: Fields, refused: Refused, same: Same): FieldErrors =>
  Object.fromEntries(
    Object.entries(refused).flatMap(([field, { value, code }]) =>
      same(field, mine[field], value) ? [[field, code]] : [],
    ),
  );

/** What of the draft can be stored as it stands. `together`: fields that are right or wrong together. */
export function sendable<F extends Fields>(
  draft: Draft<F>,
  schema: Schema,
  same: Same,
  together: readonly FieldOf<F>[] = [],
  refused: Refused = {},
): Sendable<F> {
  const fields = Object.keys(draft.mine) as FieldOf<F>[];
  const errorsIn = (text: F) => fieldErrors(schema.safeParse(text).error?.issues ?? []);
  const errors = { ...stillRefused(draft.mine, refused, same), ...errorsIn(draft.mine) };
  const wrongBy = (found: FieldErrors) => {
    const isWrong = (field: FieldOf<F>) => found[field] !== undefined;
    return fields.filter((field) => isWrong(field) || (together.includes(field) && together.some(isWrong)));
  };
  // What fields are together is checked once each is right by itself.
  const wrong = wrongBy({ ...errors, ...errorsIn(withoutWrong(draft, wrongBy(errors))) });
  const rest = withoutWrong(draft, wrong);
  const needed = wrongBy(errorsIn(rest));
  const isRestWorth = needed.length === 0 && changedFields(draft.theirs, rest, same).length > 0;
  return { errors, wrong, needed, isRestWorth };
}
