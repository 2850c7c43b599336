import { NotificationBanner } from '@/components/ui/notification-banner';
import { saveFailureText } from '@/lib/text/entry-editor';
import { errorText } from '@/lib/text/errors';
import type { SaveState } from './use-entry-saving';

/** Why it isn't stored, and that the text is safe. */
export function SaveFailure({ state }: { state: SaveState }) {
  if (state.kind !== 'failed') return null;
  const { code } = state;
  const message = code === 'unreachable' || code === 'failed' ? saveFailureText[code] : errorText[code];
  const signIn = code === 'signed_out' && (
    <a href="/sign-in" target="_blank" rel="noreferrer" className="link">
      {saveFailureText.signIn}
    </a>
  );
  return <NotificationBanner kind="error" title={message} actions={signIn} className="mb-4" />;
}
