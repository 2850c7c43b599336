import { v7 } from 'uuid';
import * as z from 'zod/mini';
import type { Fields } from '@/lib/domain/draft/draft';
import { type KeptPlace, readKept, writeKept } from './device-store';

/** More of them than anybody wants to choose from would only fill the device. */
const KEPT = 5;

/** Text that was typed and not stored on the server. */
export type DeviceCopy<F> = {
  /** One opened form; two of them don't overwrite each other's copies. A new entry is added under it. */
  draftId: string;
  at: string;
  /** What it was typed upon: 0 where nothing was stored yet. */
  version: number;
  base: F;
  fields: F;
  /** What was sent and never answered. */
  unanswered: readonly F[];
};

/** As it was typed, right or wrong, but of the form's own fields and kinds. A copy that is older than a field leaves it out. */
function fieldsInput(shape: Record<string, z.ZodMiniType>, form: Fields) {
  const kinds = Object.entries(form).map(([name, value]) => {
    if (shape[name] instanceof z.ZodMiniEnum) return { name, kind: shape[name], blank: value };
    if (typeof value === 'boolean') return { name, kind: z.boolean(), blank: false };
    return Array.isArray(value)
      ? { name, kind: z.array(z.string()), blank: [] }
      : { name, kind: z.string(), blank: '' };
  });
  const blank = Object.fromEntries(kinds.map((field) => [field.name, field.blank]));
  return z.pipe(
    z.object(Object.fromEntries(kinds.map(({ name, kind }) => [name, z.optional(kind)]))),
    z.transform((kept) => ({ ...blank, ...kept })),
  );
}

export type CopyForm<F> = { shape: Record<string, z.ZodMiniType>; fields: F };

function copyInput<F extends Fields>({ shape, fields: form }: CopyForm<F>) {
  const fields = fieldsInput(shape, form);
  const unanswered = z._default(z.array(fields), []);
  const copy = z.object({ draftId: z.uuidv7(), at: z.string(), version: z.int(), base: fields, fields, unanswered });
  return z.array(copy) as unknown as z.ZodMiniType<DeviceCopy<F>[]>;
}

/** Not crypto.randomUUID: a ward's network may serve this over plain HTTP, where browsers don't have it. */
export const newDraftId = (): string => v7();

export const readDeviceCopies = <F extends Fields>(place: KeptPlace, form: CopyForm<F>): DeviceCopy<F>[] =>
  copyInput(form).safeParse(readKept(place)).data ?? [];

/** Whether another tab has neither taken it over nor thrown it away. */
export const isStillKept = <F extends Fields>(
  place: KeptPlace,
  form: CopyForm<F>,
  { draftId, at }: DeviceCopy<F>,
): boolean => readDeviceCopies(place, form).some((kept) => kept.draftId === draftId && kept.at === at);

/** `copy`: what takes the place of the draft's last one; null: nothing. false: the device couldn't keep it. */
export function keepDeviceCopy<F extends Fields>(
  place: KeptPlace,
  form: CopyForm<F>,
  draftId: string,
  copy: DeviceCopy<F> | null,
): boolean {
  const others = readDeviceCopies(place, form).filter((other) => other.draftId !== draftId);
  const copies = copy ? [copy, ...others] : others;
  return writeKept(place, copies.length === 0 ? undefined : copies.slice(0, KEPT));
}
