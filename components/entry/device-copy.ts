import { v7 } from 'uuid';
import * as z from 'zod/mini';
import { LAST_YEARS } from '@/lib/domain/entry';
import { versionInput } from '@/lib/domain/inputs';
import { DEVICE_COPIES, mayKeepCopies } from './device-copies';

/** More of them than anybody wants to choose from would only fill the device. */
const KEPT = 5;

const fieldsSchema = z.object({
  name: z.string(),
  categoryId: z.string(),
  departmentId: z.string(),
  amount: z.string(),
  isPriority: z.boolean(),
  summary: z.string(),
  innovation: z.string(),
  // Copies of an earlier version of the program have no such fields.
  lastYear: z._default(z.enum(LAST_YEARS), ''),
  lastYearProjectId: z._default(z.string(), ''),
  recordedLastYearAmount: z._default(z.string(), ''),
});

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

export type CopyKey = string;

/** An entry that isn't stored yet is known by its year. */
export const copyKey = (accountId: string, entryIdOrYear: string): CopyKey =>
  `${DEVICE_COPIES}${accountId}:${entryIdOrYear}`;

/** Not crypto.randomUUID: a ward's network may serve this over plain HTTP, where browsers don't have it. */
export const newDraftId = (): string => v7();

/** Storage can be full, forbidden or hold what an earlier version wrote: none of it may stop the editor. */
export function readDeviceCopies(key: CopyKey): DeviceCopy[] {
  try {
    const parsed = z.array(copySchema).safeParse(JSON.parse(localStorage.getItem(key) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

function write(key: CopyKey, copies: DeviceCopy[]): boolean {
  try {
    if (!mayKeepCopies()) return true;
    if (copies.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(copies.slice(0, KEPT)));
    return true;
  } catch {
    return false;
  }
}

const without = (key: CopyKey, draftId: string): DeviceCopy[] =>
  readDeviceCopies(key).filter((copy) => copy.draftId !== draftId);

/** false: the device couldn't keep it. */
export const writeDeviceCopy = (key: CopyKey, copy: DeviceCopy): boolean =>
  write(key, [copy, ...without(key, copy.draftId)]);

export function removeDeviceCopy(key: CopyKey, draftId: string): void {
  write(key, without(key, draftId));
}
