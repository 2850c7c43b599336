import { useKeptTexts } from '@/components/form/use-kept-texts';
import type { EntryFinding } from '@/lib/domain/findings/check';

/** A reason is for what the finding stops at: another sentence or amount begins without it. */
export const findingTextKey = ({ rule, place, flagged }: EntryFinding): string => [rule, place, flagged].join(' ');

/** Reasons for findings of an entry that were typed and not sent. They stay on this device until they are sent. */
export function useKeptFindingReasons(kind: 'answers' | 'allow', entryId: string, findings: readonly EntryFinding[]) {
  const keys = findings.map(findingTextKey);
  return useKeptTexts({ what: `${kind}:${entryId}`, isPending: (key) => keys.includes(key) });
}
export type KeptFindingReasons = ReturnType<typeof useKeptFindingReasons>;
