import { noAnswerText } from '@/lib/text/errors';

/** In a tab of its own: what was typed stays here. */
export function SignInAgain() {
  return (
    <a href="/sign-in" target="_blank" rel="noreferrer" className="link">
      {noAnswerText.signIn}
    </a>
  );
}
