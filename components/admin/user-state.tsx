import type { UserRow } from '@/lib/domain/user';
import { usersText } from '@/lib/text/users';

type State = Pick<UserRow, 'isDisabled' | 'mustChangePassword' | 'isHomeWard'>;

/** In words: whether the account can be used, and what is special about it. */
export function UserState({ user }: { user: State }) {
  const words = [
    user.isDisabled ? usersText.disabled : usersText.active,
    user.mustChangePassword && !user.isDisabled && usersText.mustChange,
    !user.isHomeWard && usersText.guest,
  ];
  return words.filter(Boolean).join('・');
}
