/** Amounts are whole 千円 here; a safe integer, never a fraction. null is blank, which is not 0. */
export type AmountErrorCode = 'not_an_amount' | 'fraction_of_thousand_yen' | 'amount_too_large';
export type ParsedAmount = { ok: true; value: number | null } | { ok: false; code: AmountErrorCode };

const YEN_PER_THOUSAND = 1000n;
const UNITS = { 億: 100_000_000n, 万: 10_000n, 千: 1_000n } as const;

const refuse = (code: AmountErrorCode): ParsedAmount => ({ ok: false, code });

/** The one place where the database's bigint becomes a number. */
export function safeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is beyond 2^53-1`);
  return number;
}

/** A sum beyond 2^53−1 is an error, not a rounded figure. */
export const sumAmounts = (amounts: readonly number[]): number =>
  safeInteger(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));

const GROUPED = /^(\d+|\d{1,3}(,\d{3})+)$/;
const WITH_UNITS = /^(?:(\d[\d,]*)億)?(?:(\d[\d,]*)万)?(?:(\d[\d,]*)千)?(\d[\d,]*)?円$/;

const digits = (text: string): bigint => BigInt(text.replaceAll(',', ''));

/** 円 of a notation with units; undefined when it is none. */
function yenOf(text: string): bigint | undefined {
  const parts = WITH_UNITS.exec(text)?.slice(1);
  if (!parts || parts.every((part) => part === undefined)) return undefined;
  if (parts.some((part) => part !== undefined && !GROUPED.test(part))) return undefined;
  const [oku, man, sen, rest] = parts.map((part) => (part === undefined ? 0n : digits(part)));
  return (oku ?? 0n) * UNITS.億 + (man ?? 0n) * UNITS.万 + (sen ?? 0n) * UNITS.千 + (rest ?? 0n);
}

/** Splits off the sign: △ ▲ − － ー and - before the figure, or brackets round it. */
function unsigned(text: string): { body: string; isNegative: boolean } {
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed?.[1]) return { body: bracketed[1], isNegative: true };
  const marked = /^[△▲\-−‐ー]\s*(.+)$/.exec(text);
  return marked?.[1] ? { body: marked[1], isNegative: true } : { body: text, isNegative: false };
}

/**
 * Reads what people type and paste: `３，８９８`, `3,898千円`, `389万8千円`, `12億442万9千円`, `△1,234`, `(1,234)`.
 * A bare figure is in 千円; with 円 at its end it is in 円 and has to be whole 千円. Blank is null.
 */
export function parseAmount(text: string): ParsedAmount {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replaceAll('、', ',');
  if (plain === '') return { ok: true, value: null };
  const { body, isNegative } = unsigned(plain);
  let thousands: bigint;
  if (GROUPED.test(body)) {
    thousands = digits(body);
  } else {
    const yen = yenOf(body.endsWith('円') ? body : `${body}円`);
    if (yen === undefined) return refuse('not_an_amount');
    if (yen % YEN_PER_THOUSAND !== 0n) return refuse('fraction_of_thousand_yen');
    thousands = yen / YEN_PER_THOUSAND;
  }
  if (thousands > BigInt(Number.MAX_SAFE_INTEGER)) return refuse('amount_too_large');
  const value = Number(thousands);
  return { ok: true, value: isNegative && value !== 0 ? -value : value };
}

/** `1,234`, and `△1,234` below zero. */
export function formatAmount(value: number): string {
  const grouped = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 ? `△${grouped}` : grouped;
}
