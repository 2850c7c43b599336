import type { ReactNode } from 'react';
import { textDifference } from '@/lib/domain/entry/text-difference';
import { TextParts } from './text-parts';

/** The newer text, with what the older one doesn't have marked. */
export const gained = (before: string, after: string): ReactNode => (
  <TextParts parts={textDifference(before, after).filter(({ kind }) => kind !== 'removed')} />
);
