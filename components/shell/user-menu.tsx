import type { ReactNode } from 'react';
import type { Role } from '@/lib/domain/actor';
import { roleText } from '@/lib/text/terms';
import { uiText } from '@/lib/text/ui';
import { Menu } from './menu';

export type UserMenuProps = {
  name: string;
  departmentName: string | null;
  roles: readonly Role[];
  passwordHref: string;
  sessionsHref: string;
  /** The control that signs out, drawn as `menu-item`; it comes from the page's side. */
  signOut: ReactNode;
};

export function UserMenu({ name, departmentName, roles, passwordHref, sessionsHref, signOut }: UserMenuProps) {
  return (
    <Menu label={uiText.userMenu} summary={name}>
      <p className="px-4 pb-2 text-dns-14N-130">
        {departmentName && <span className="block">{departmentName}</span>}
        {roles.map((role) => roleText[role]).join('・')}
      </p>
      <p className="border-t border-solid-gray-420 pt-1">
        <a href={passwordHref} className="menu-item">
          {uiText.changePassword}
        </a>
        <a href={sessionsHref} className="menu-item">
          {uiText.ownSessions}
        </a>
      </p>
      {signOut}
    </Menu>
  );
}
