declare const unit: unique symbol;
/** A whole number of 千円 that a number holds exactly. Blank is null, which is not 0. */
export type ThousandYen = number & { readonly [unit]: 'thousand yen' };

export type AmountErrorCode = 'not_an_amount' | 'fraction_of_thousand_yen' | 'amount_too_large';
export type ParsedAmount = { ok: true; value: ThousandYen | null } | { ok: false; code: AmountErrorCode };

/** The largest amount that is taken, in 千円: about ten times the whole city's budget. No sum of a year's entries comes near 2^53. */
const AMOUNT_LIMIT = 9_999_999_999;

const YEN_PER_THOUSAND = 1000n;

const refuse = (code: AmountErrorCode): ParsedAmount => ({ ok: false, code });

/** The one place where the database's bigint becomes a number. */
export function safeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is beyond 2^53-1`);
  return number;
}

/** Takes a number for an amount; a fraction or a number that isn't exact is a bug and is thrown. */
export function thousandYen(value: number): ThousandYen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole amount below 2^53`);
  return value as ThousandYen;
}

/** A sum beyond 2^53−1 is an error, not a rounded figure. */
export const sumAmounts = (amounts: readonly number[]): ThousandYen =>
  thousandYen(safeInteger(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)));

const GROUPED = /^(\d+|\d{1,3}(,\d{3})+)$/;

/** Parts of a figure, largest first, and what each counts. 12億, 5千万 and 8千円 are parts of an amount; 5千 is one of 5千万. */
type Notation = { form: RegExp; units: readonly bigint[] };
const AMOUNT: Notation = {
  form: /^(?:([\d,千百十]+)億)?(?:([\d,千百十]+)万)?([\d,千百十]+)?円$/,
  units: [100_000_000n, 10_000n, 1n],
};
const BELOW_TEN_THOUSAND: Notation = {
  form: /^(?:([\d,]+)千)?(?:([\d,]+)百)?(?:([\d,]+)十)?([\d,]+)?$/,
  units: [1_000n, 100n, 10n, 1n],
};

/** What would quietly become other digits (① ²), or one amount out of two (`100 200`, `100, 200`). */
const MISLEADING = /\p{No}|[\d０-９][,，]?[\s\p{Cf}]+[\d０-９]/u;
/** Programs put marks of the writing's direction round the figures that are copied from them. */
const UNSEEN = /[\s\p{Cf}]+/gu;
/** Fonts of Japanese systems show the backslash as ¥, and their keyboards type it so. */
const YEN_SIGN = /^([(△▲\-−‐–ー]?)[¥\\]/;

const digits = (text: string): bigint | undefined =>
  GROUPED.test(text) ? BigInt(text.replaceAll(',', '')) : undefined;
const belowTenThousand = (text: string): bigint | undefined => sumOfParts(text, BELOW_TEN_THOUSAND, digits);

/** undefined: not in this notation. A part reaches at most up to the unit of the part before it. */
function sumOfParts(
  text: string,
  { form, units }: Notation,
  read: (part: string) => bigint | undefined,
): bigint | undefined {
  const parts = form.exec(text)?.slice(1) ?? [];
  let sum: bigint | undefined;
  let above: bigint | undefined;
  for (const [index, unit] of units.entries()) {
    const part = parts[index];
    if (part === undefined) continue;
    const count = read(part);
    if (count === undefined || (above !== undefined && count * unit >= above)) return undefined;
    sum = (sum ?? 0n) + count * unit;
    above = unit;
  }
  return sum;
}

/** Splits off the sign: △ ▲ − － ー and - before the figure, or brackets round it. */
function unsigned(text: string): { body: string; isNegative: boolean } {
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed?.[1]) return { body: bracketed[1], isNegative: true };
  const marked = /^[△▲\-−‐–ー](.+)$/.exec(text);
  return marked?.[1] ? { body: marked[1], isNegative: true } : { body: text, isNegative: false };
}

/**
 * Reads what people type and paste: `３，８９８`, `3,898千円`, `389万8千円`, `12億442万9千円`, `5千万円`, `△1,234`, `(1,234)`.
 * A bare figure is in 千円; with 円 at its end or ¥ before it, it is in 円 and has to be whole 千円. Blank is null.
 */
export function parseAmount(text: string): ParsedAmount {
  if (MISLEADING.test(text)) return refuse('not_an_amount');
  const plain = text.normalize('NFKC').replace(UNSEEN, '');
  if (plain === '') return { ok: true, value: null };
  const { body, isNegative } = unsigned(plain.replace(YEN_SIGN, '$1'));
  let thousands = YEN_SIGN.test(plain) ? undefined : digits(body);
  if (thousands === undefined) {
    const yen = sumOfParts(body.endsWith('円') ? body : `${body}円`, AMOUNT, belowTenThousand);
    if (yen === undefined) return refuse('not_an_amount');
    if (yen % YEN_PER_THOUSAND !== 0n) return refuse('fraction_of_thousand_yen');
    thousands = yen / YEN_PER_THOUSAND;
  }
  if (thousands > BigInt(AMOUNT_LIMIT)) return refuse('amount_too_large');
  const value = safeInteger(thousands);
  return { ok: true, value: thousandYen(isNegative && value !== 0 ? -value : value) };
}

/** What can't be read is as good as blank: its field says so. */
export function readAmount(typed = ''): number | null {
  const parsed = parseAmount(typed);
  return parsed.ok ? parsed.value : null;
}

/** `1,234`, and `△1,234` below zero. */
export function formatAmount(value: number): string {
  const grouped = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 ? `△${grouped}` : grouped;
}

/** An amount as a field shows it: blank is empty. */
export const amountText = (value: number | null): string => (value === null ? '' : formatAmount(value));
