import type { DocumentModels } from '@/lib/document/source';
import type { Difference, DocumentDifferences, ShownDifference } from '@/lib/domain/edition/difference';
import { excerptsOf, isRewritten } from '@/lib/domain/edition/wordings';
import { compareModels } from './compare-models';

function shown(differences: readonly Difference[]): ShownDifference[] {
  const isWhole = isRewritten(differences);
  return differences.map((difference) => {
    const { kind, before, after } = difference;
    return { ...difference, excerpts: kind === 'changed' ? excerptsOf(before ?? '', after ?? '', isWhole) : [] };
  });
}

/** What the screen shows of two editions, by document: what both have, and don't say alike. */
export const differencesOf = (before: DocumentModels, after: DocumentModels): DocumentDifferences[] =>
  (['document', 'annex'] as const).flatMap((document) => {
    const [old, now] = [before[document], after[document]];
    return old && now ? [{ document, differences: shown(compareModels(old, now)) }] : [];
  });
