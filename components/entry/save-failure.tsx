import { SignInAgain } from '@/components/form/sign-in-again';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { saveFailureText } from '@/lib/text/entry-editor';
import { errorText } from '@/lib/text/errors';
import type { SaveState } from './use-entry-saving';

/** Why it isn't stored, and that the text is safe. */
export function SaveFailure({ state }: { state: SaveState }) {
  if (state.kind !== 'failed') return null;
  const { code } = state;
  const message = code === 'unreachable' || code === 'failed' ? saveFailureText[code] : errorText[code];
  const signIn = code === 'signed_out' && <SignInAgain />;
  return <NotificationBanner kind="error" title={message} actions={signIn} className="mb-4" />;
}
