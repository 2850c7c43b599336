import 'server-only';
import { createHash } from 'node:crypto';
import type { PlaceInput } from '@/lib/document/places/place-input';
import type { DocumentSource } from '@/lib/document/source';

/** What documents are made of, as it goes to where they are made. */
export type Source = { text: string; hash: string };

export function sourceOf(source: DocumentSource): Source {
  const text = JSON.stringify(source);
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}

/** A year's data as they stand. */
export const draftSource = (input: PlaceInput): Source =>
  sourceOf({ of: { input }, edition: null, previous: null, reason: '', reasons: [] });
