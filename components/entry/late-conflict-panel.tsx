import { lazy, Suspense } from 'react';
import type { ConflictPanelProps } from '@/components/entry/editor/conflict-panel';
import { keptText, noAnswerText } from '@/lib/text/answers';

const NotLoaded = () => <p role="alert">{noAnswerText.unreachable + keptText}</p>;

const Panel = lazy(() =>
  import('@/components/entry/editor/conflict-panel').then(
    (loaded) => ({ default: loaded.ConflictPanel }),
    () => ({ default: NotLoaded }),
  ),
);

/** The panel is loaded when there is a conflict: few who write ever see one. */
export function ConflictPanel(props: ConflictPanelProps) {
  return (
    <Suspense>
      <Panel {...props} />
    </Suspense>
  );
}
