import 'server-only';
import { createHash } from 'node:crypto';
import { checkEntry, type EntryFinding } from '@/lib/domain/findings/check';
import type { CheckedEntry } from '@/lib/domain/findings/finding';
import type { DictionaryRule } from '@/lib/domain/findings/house-dictionary';

/** As many as the wards of one server have before them. */
const KEPT = 2000;
const found = new Map<string, EntryFinding[]>();

const digest = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64');

/** Checks entries against these words. What is found depends on nothing else: of texts that were checked before it is known. */
export function checkingWith(dictionary: readonly DictionaryRule[], kept = KEPT) {
  const words = digest(JSON.stringify(dictionary));
  return (entry: CheckedEntry): EntryFinding[] => {
    const key = digest(words, JSON.stringify(entry));
    const findings = found.get(key) ?? checkEntry(entry, dictionary);
    // The one that was asked for longest ago goes.
    found.delete(key);
    found.set(key, findings);
    for (const oldest of found.keys()) if (found.size > kept) found.delete(oldest);
    return findings;
  };
}
