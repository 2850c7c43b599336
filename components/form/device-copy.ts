import { v7 } from 'uuid';
import type { Fields, Parser, Value } from '@/lib/domain/draft/draft';
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

/** An option says of itself what it may be. */
type FieldInput = Parser & { def?: { type: string } };
/** The schema may come later. */
export type CopyForm<F> = { schema: { shape: Record<string, FieldInput> }; fields: F };

const isObject = (kept: unknown): kept is Record<string, unknown> => typeof kept === 'object' && kept !== null;

const isOfKind = (kept: unknown, value: Value): boolean =>
  Array.isArray(value)
    ? Array.isArray(kept) && kept.every((part) => typeof part === 'string')
    : typeof kept === typeof value;

const blankOf = (value: Value): Value => (typeof value === 'boolean' ? false : Array.isArray(value) ? [] : '');

/** As it was typed, right or wrong, but of the form's own fields and kinds. A copy that is older than a field leaves it out. */
function fieldsIn<F extends Fields>(kept: unknown, { schema, fields }: CopyForm<F>): F[] {
  if (!isObject(kept)) return [];
  const read = Object.entries(fields).map(([name, value]) => {
    const input = schema.shape[name];
    const option = input?.def?.type === 'enum' ? input : null;
    const { [name]: typed = option ? value : blankOf(value) } = kept;
    return { name, typed, isRight: isOfKind(typed, value) && option?.safeParse(typed).success !== false };
  });
  return read.every(({ isRight }) => isRight)
    ? [Object.fromEntries(read.map(({ name, typed }) => [name, typed])) as F]
    : [];
}

/** By hand: a copy is read and written also where no schema could be loaded. None: it isn't one. */
function copyIn<F extends Fields>(kept: unknown, form: CopyForm<F>): DeviceCopy<F>[] {
  if (!isObject(kept)) return [];
  const { draftId, at, version, unanswered = [] } = kept;
  if (typeof draftId !== 'string' || typeof at !== 'string' || typeof version !== 'number') return [];
  if (!Array.isArray(unanswered)) return [];
  const sent = unanswered.flatMap((fields) => fieldsIn(fields, form));
  const [base, fields] = [kept.base, kept.fields].flatMap((part) => fieldsIn(part, form));
  if (!base || !fields || sent.length < unanswered.length) return [];
  return [{ draftId, at, version, base, fields, unanswered: sent }];
}

/** Not crypto.randomUUID: a ward's network may serve this over plain HTTP, where browsers don't have it. */
export const newDraftId = (): string => v7();

export function readDeviceCopies<F extends Fields>(place: KeptPlace, form: CopyForm<F>): DeviceCopy<F>[] {
  const kept = readKept(place);
  return Array.isArray(kept) ? kept.flatMap((copy) => copyIn(copy, form)) : [];
}

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
