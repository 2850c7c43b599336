import { v7 } from 'uuid';
import * as z from 'zod/mini';
import type { EntryFieldsText } from '@/lib/domain/entry';
import { blankFields } from '@/lib/domain/entry-difference';
import { LAST_YEARS } from '@/lib/domain/entry-field-table';
import { byField, hasKind, TYPED_FIELDS, type TypedField } from '@/lib/domain/entry-fields';
import { versionInput } from '@/lib/domain/inputs';
import { type KeptPlace, readKept, writeKept } from './device-store';

/** More of them than anybody wants to choose from would only fill the device. */
const KEPT = 5;

/** Text as it was typed, right or wrong. A copy that is older than a field leaves it out. */
const typed = (field: TypedField) => {
  if (hasKind(field, 'mark')) return z.boolean();
  return hasKind(field, 'lastYear') ? z.enum(LAST_YEARS) : z.string();
};
const fieldsSchema = z.pipe(
  z.object(byField(TYPED_FIELDS, (field) => z.optional(typed(field)))),
  z.transform((kept): EntryFieldsText => ({ ...blankFields, ...(kept as Partial<EntryFieldsText>) })),
);

const copySchema = z.object({
  /** One opened editor; two of them don't overwrite each other's copies. A new entry is added under it. */
  draftId: z.uuidv7(),
  at: z.iso.datetime(),
  /** What it was typed upon: 0 where nothing was stored yet. */
  version: z.union([versionInput, z.literal(0)]),
  base: fieldsSchema,
  fields: fieldsSchema,
});

/** Text that was typed and not stored on the server. */
export type DeviceCopy = z.output<typeof copySchema>;

/** Not crypto.randomUUID: a ward's network may serve this over plain HTTP, where browsers don't have it. */
export const newDraftId = (): string => v7();

export const readDeviceCopies = (place: KeptPlace): DeviceCopy[] =>
  z.array(copySchema).safeParse(readKept(place)).data ?? [];

const write = (place: KeptPlace, copies: DeviceCopy[]): boolean =>
  writeKept(place, copies.length === 0 ? undefined : copies.slice(0, KEPT));

const without = (place: KeptPlace, draftId: string): DeviceCopy[] =>
  readDeviceCopies(place).filter((copy) => copy.draftId !== draftId);

/** false: the device couldn't keep it. */
export const writeDeviceCopy = (place: KeptPlace, copy: DeviceCopy): boolean =>
  write(place, [copy, ...without(place, copy.draftId)]);

export function removeDeviceCopy(place: KeptPlace, draftId: string): void {
  write(place, without(place, draftId));
}
