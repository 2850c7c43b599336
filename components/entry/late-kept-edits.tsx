'use client';

import { lazy, Suspense } from 'react';
import { keptText, noAnswerText } from '@/lib/text/answers';
import type { KeptEditsProps } from './kept-edits';

const NotLoaded = () => <p role="alert">{noAnswerText.unreachable + keptText}</p>;

const Edits = lazy(() =>
  import('./kept-edits').then(
    (loaded) => ({ default: loaded.KeptEdits }),
    () => ({ default: NotLoaded }),
  ),
);

/** Loaded where an entry can't be edited, not with every form. */
export function KeptEdits(props: KeptEditsProps) {
  return (
    <Suspense>
      <Edits {...props} />
    </Suspense>
  );
}
