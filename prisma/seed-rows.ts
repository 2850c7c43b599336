import { v7 as newId } from 'uuid';
import { type EntrySnapshot, snapshotOf } from '@/lib/domain/entry/entry';
import { entrySearchKey } from '@/lib/domain/entry/search-key';
import type { Prisma } from '@/lib/server/generated/client';

/** The actor of what was taken over from a document: nobody of the ward did it. */
const IMPORT = { actorId: null, actorName: 'import', actorRole: 'import' } as const;

type EntryRowInput = Omit<EntrySnapshot, 'findingReasons'> & {
  wardId: string;
  projectId: string;
  fiscalYearId: string;
  sortOrder: number;
  everApproved: boolean;
};

/** An entry at version 1 with its first step, which holds all that was taken over. */
export function entryWithStep(input: EntryRowInput, action: 'recorded' | 'copy') {
  const { lastYearProjectId: _, ...row } = input;
  const id = newId();
  const entry: Prisma.EntryCreateManyInput = { ...row, id, version: 1, searchKey: entrySearchKey(input) };
  const step: Prisma.EntryStepCreateManyInput = {
    wardId: input.wardId,
    id: newId(),
    entryId: id,
    sequence: 1,
    version: 1,
    action,
    after: snapshotOf(input),
    ...IMPORT,
  };
  return { entry, step };
}
