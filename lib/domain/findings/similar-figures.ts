/** How a figure came to be another one: digits that changed places, one lost or added, one wrong, or the unit. */
export type Slip = 'swapped' | 'dropped' | 'added' | 'changed' | 'ten_times';

const significant = (value: number): string => String(value).replace(/0+$/, '');

/** Whether `long` without one of its digits is `short`. */
const isWithoutOne = (long: string, short: string): boolean =>
  long.length === short.length + 1 &&
  Array.from(long, (_, index) => long.slice(0, index) + long.slice(index + 1)).includes(short);

const differences = (a: string, b: string): number[] =>
  Array.from(a, (digit, index) => (digit === b[index] ? -1 : index)).filter((index) => index >= 0);

/** The same digits, two of them in each other's place. */
export function isSwapped(a: number, b: number): boolean {
  const [one, other] = [String(a), String(b)];
  const [first, second, ...more] = one.length === other.length ? differences(one, other) : [];
  if (first === undefined || second === undefined || more.length > 0) return false;
  return one[first] === other[second] && one[second] === other[first];
}

const isPowerOfTen = (a: number, b: number): boolean => a !== b && significant(a) === significant(b);

/** A power of ten lies between them, and they have three digits or more that say so. */
export const isOtherUnit = (a: number, b: number): boolean => isPowerOfTen(a, b) && significant(a).length >= 3;

/** How `written` may have come from `meant`, in 千円; null: they are figures of two things. */
export function slipBetween(written: number, meant: number): Slip | null {
  if (written === meant || written <= 0 || meant <= 0) return null;
  if (isPowerOfTen(written, meant)) return isOtherUnit(written, meant) ? 'ten_times' : null;
  const [typed, right] = [String(written), String(meant)];
  if (Math.max(typed.length, right.length) < 4) return null;
  if (isSwapped(written, meant)) return 'swapped';
  if (isWithoutOne(right, typed)) return 'dropped';
  if (isWithoutOne(typed, right)) return 'added';
  return typed.length === right.length && differences(typed, right).length === 1 ? 'changed' : null;
}
