import * as z from 'zod/mini';
import { PROSE_LIMIT } from '@/lib/domain/entry/entry-field-table';
import { FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR } from '@/lib/domain/year/fiscal-year';
import { parseAmount } from './amount';
import { isBlank } from './blank';
import { cleanLine, cleanLines, unusablePlace } from './clean-text';
import type { FieldErrorCode } from './field-errors';

const length = (text: string): number => [...text].length;

const text = (isRequired: boolean, limit: number, clean: (text: string) => string) =>
  z.pipe(
    z.string(),
    z.transform((typed: string, context) => {
      const value = isBlank(typed) ? '' : clean(typed).trim();
      const complain = (message: FieldErrorCode) => context.issues.push({ code: 'custom', message, input: typed });
      if (isRequired && value === '') complain('required');
      if (length(value) > limit) complain(`too_long_${limit}`);
      const unusable = unusablePlace(typed);
      if (unusable !== null) complain(`unusable_${unusable}`);
      return value;
    }),
  );

const line = (isRequired: boolean) => (limit: number) => text(isRequired, limit, cleanLine);
/** One line that has to be there; pasted line breaks become spaces. */
export const lineInput = line(true);
export const optionalLineInput = line(false);

/** Text of several lines, or none. */
export const proseOf = (limit: number) => text(false, limit, cleanLines);
export const proseInput = proseOf(PROSE_LIMIT);
/** Why something is done. */
export const reasonInput = text(true, PROSE_LIMIT, cleanLines);

/** Text as typed (`３，８９８`, `389万8千円`) → 千円, or null while blank. */
export const amountInput = z.pipe(
  z.string().check(z.maxLength(40, 'not_an_amount')),
  z.transform((text: string, context): number | null => {
    const parsed = parseAmount(text);
    if (!parsed.ok) {
      context.issues.push({ code: 'custom', message: parsed.code, input: text });
      return null;
    }
    if (parsed.value !== null && parsed.value < 0) {
      context.issues.push({ code: 'custom', message: 'negative_amount', input: text });
    }
    return parsed.value;
  }),
);

/** A whole number from 1 to the limit as typed (`３`), or null while blank. */
export const numberInput = (limit: number) =>
  z.pipe(
    z.string(),
    z.transform((text: string, context): number | null => {
      if (isBlank(text)) return null;
      const number = /^\s*[\d０-９]+\s*$/.test(text) ? Number(text.normalize('NFKC')) : 0;
      if (number < 1 || number > limit) {
        context.issues.push({ code: 'custom', message: `not_up_to_${limit}`, input: text });
      }
      return number;
    }),
  );

/** A choice from a list: an empty one is a field left out. */
export const requiredChoice = z.pipe(z.string().check(z.minLength(1, 'not_chosen')), z.uuid('not_in_list'));
export const optionalChoice = z.union([z.literal(''), z.uuid('not_in_list')]);

/** One of a fixed list, or none of it. */
export const optionInput = <const Option extends string>(options: readonly Option[]) =>
  z.pipe(
    z.enum([...options, ''], 'not_in_list'),
    z.transform((chosen): Option | null => options.find((option) => option === chosen) ?? null),
  );

export const idInput = z.uuid('invalid');
/** No more than the entries of a year. */
export const idsInput = z.array(idInput).check(z.maxLength(1000));
/** Whether an address holds an id at all. */
export const isId = (text: unknown): text is string => idInput.safeParse(text).success;

/** The database knows no year 0. */
const isoDay = z.iso.date().check(z.regex(/^[12]/));
/** The day that an address says, as 2026-11-28; null: it says none. */
export const dayOf = (text: unknown): string | null => isoDay.safeParse(text).data ?? null;

export const versionInput = z.int().check(z.positive());
export const yearInput = z.int().check(z.gte(FIRST_FISCAL_YEAR), z.lte(LAST_FISCAL_YEAR));
