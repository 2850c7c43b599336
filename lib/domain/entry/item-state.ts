import { isBlank } from '@/lib/domain/blank';

/** How far a field of the editor is: what stands against it first, then whether it says anything, and whose words. */
export type ItemState = { kind: 'error' | 'warning'; count: number } | { kind: 'entered' | 'missing' | 'same' };

type Item = { value: unknown; errors: number; warnings: number; lastYear?: string | undefined };

export function itemState({ value, errors, warnings, lastYear }: Item): ItemState {
  if (errors > 0) return { kind: 'error', count: errors };
  if (warnings > 0) return { kind: 'warning', count: warnings };
  const text = String(value ?? '');
  if (isBlank(text)) return { kind: 'missing' };
  return { kind: lastYear !== undefined && text.trim() === lastYear.trim() ? 'same' : 'entered' };
}
