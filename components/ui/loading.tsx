import { uiText } from '@/lib/text/ui';

/** Said where content is still to come; shows after 400 ms, so that a quick answer doesn't flicker. */
export function Loading() {
  return (
    <p role="status" className="appear-late py-6">
      {uiText.loading}
    </p>
  );
}
