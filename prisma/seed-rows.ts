import { v7 as newId } from 'uuid';
import type { EntrySnapshot } from '@/lib/domain/entry';
import { entrySearchKey } from '@/lib/domain/search-key';
import type { Prisma } from '@/lib/server/generated/client';

/** The actor of what was taken over from a document: nobody of the ward did it. */
const IMPORT = { actorId: null, actorName: 'import', actorRole: 'import' } as const;

type EntryRowInput = Omit<EntrySnapshot, 'lastYear' | 'lastYearProjectId'> & {
  wardId: string;
  projectId: string;
  fiscalYearId: string;
  sortOrder: number;
  everApproved: boolean;
};

/** An entry at version 1 with its first revision, which holds all that was taken over. */
export function entryWithRevision(input: EntryRowInput, action: 'recorded' | 'copy') {
  const { wardId, projectId, fiscalYearId, sortOrder, recordedLastYearAmount, everApproved, ...snapshot } = input;
  const id = newId();
  const entry: Prisma.EntryCreateManyInput = {
    ...snapshot,
    wardId,
    id,
    projectId,
    fiscalYearId,
    sortOrder,
    recordedLastYearAmount,
    everApproved,
    version: 1,
    searchKey: entrySearchKey(snapshot),
  };
  const revision: Prisma.EntryRevisionCreateManyInput = {
    wardId,
    id: newId(),
    entryId: id,
    version: 1,
    action,
    snapshot: action === 'recorded' ? { ...snapshot, recordedLastYearAmount } : snapshot,
    ...IMPORT,
  };
  return { entry, revision };
}
