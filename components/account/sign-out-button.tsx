import { signOutAction } from '@/lib/actions/session';
import { accountText } from '@/lib/text/account';

/** Works without a script. In the user menu it takes the look of its items. */
export function SignOutButton({ className = 'link mt-8 cursor-pointer' }: { className?: string }) {
  return (
    <form action={signOutAction}>
      <button type="submit" className={className}>
        {accountText.signOut}
      </button>
    </form>
  );
}
