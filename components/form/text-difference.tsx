import type { ReactNode } from 'react';
import { TextParts } from '@/components/ui/text-parts';
import { textDifference } from '@/lib/domain/text-difference';

/** The newer text, with what the older one doesn't have marked. */
export const gained = (before: string, after: string): ReactNode => (
  <TextParts parts={textDifference(before, after).filter(({ kind }) => kind !== 'removed')} />
);
