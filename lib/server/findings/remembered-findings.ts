import 'server-only';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { checkEntry, type EntryFinding } from '@/lib/domain/findings/check';
import type { CheckedEntry } from '@/lib/domain/findings/finding';
import type { DictionaryRule } from '@/lib/domain/findings/house-dictionary';
import type { FindingCounts } from '@/lib/domain/findings/year-findings';

type Remembered = {
  /** In an entry as it stood after its newest step, beside what it is held against. */
  inEntries: LRUCache<string, EntryFinding[]>;
  /** In a year, by its state. */
  counts: LRUCache<string, FindingCounts>;
};

declare global {
  var yosanFindings: Remembered | undefined;
}

/** One for the server and its database, however often its code is loaded. */
export function remembered(): Remembered {
  globalThis.yosanFindings ??= { inEntries: new LRUCache({ max: 5000 }), counts: new LRUCache({ max: 500 }) };
  return globalThis.yosanFindings;
}

export type StoredEntry = CheckedEntry & { id: string; steps: number; updatedAt: Date };

/** Checks stored entries against these words. What was checked before is known. */
export function checkingWith(dictionary: readonly DictionaryRule[]) {
  const { inEntries } = remembered();
  // A dictionary may be long, and every entry has a key of its own.
  const words = createHash('sha256').update(JSON.stringify(dictionary)).digest('base64');
  return (entry: StoredEntry): EntryFinding[] => {
    const { id, steps, updatedAt, lastYearAmount, isNew } = entry;
    const key = `${id} ${steps} ${updatedAt.getTime()} ${lastYearAmount} ${isNew} ${words}`;
    // Copied: a part of a text would keep the whole of it in memory.
    const findings = inEntries.get(key) ?? structuredClone(checkEntry(entry, dictionary));
    inEntries.set(key, findings);
    return findings;
  };
}
