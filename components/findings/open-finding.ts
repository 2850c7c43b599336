import type { EntryFinding } from '@/lib/domain/findings/check';

/** Marks it in its field. @returns whether it is still there: somebody may have typed on. */
export function openFinding({ place, span, found }: EntryFinding): boolean {
  const field = document.getElementById(place);
  field?.focus();
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return false;
  if (!span || field.value.slice(span.start, span.end) !== found) return false;
  field.setSelectionRange(span.start, span.end);
  return true;
}
