import type { ReactNode } from 'react';
import type { Role } from '@/lib/domain/actor';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { roleText } from '@/lib/text/terms';
import { uiText, yearWithState } from '@/lib/text/ui';
import { Menu } from './menu';

export type NavigationItem = { label: string; href: string; current: boolean };

function Links({ items, listLook, look }: { items: readonly NavigationItem[]; listLook: string; look: string }) {
  return (
    <ul className={listLook}>
      {items.map(({ label, href, current }) => (
        <li key={href} className="flex">
          <a href={href} aria-current={current ? 'page' : undefined} className={look}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Links in the bar; below 768px they stand in a menu, so that no word breaks. */
export function Navigation({ items }: { items: readonly NavigationItem[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <nav aria-label={uiText.mainNavigation} className="h-12 max-desktop:hidden">
        <Links items={items} listLook="flex h-full gap-1" look="bar-item" />
      </nav>
      <nav aria-label={uiText.mainNavigation} className="desktop:hidden">
        <Menu summary={uiText.menu} align="start">
          <Links items={items} listLook="" look="menu-item" />
        </Menu>
      </nav>
    </>
  );
}

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
    <Menu label={uiText.userMenu} summary={<span className="whitespace-normal wrap-anywhere">{name}</span>}>
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

export type YearItem = { year: number; isOpen: boolean; href: string; current: boolean };

export function YearMenu({ years, shown }: { years: readonly YearItem[]; shown: YearItem }) {
  return (
    <Menu
      label={uiText.yearMenu}
      summary={yearWithState(yearName(shown.year), shown.isOpen)}
      className="rounded-6 border border-solid-gray-600"
    >
      <ul>
        {years.map(({ year, isOpen, href, current }) => (
          <li key={year}>
            <a href={href} aria-current={current ? 'true' : undefined} className="menu-item">
              {yearWithState(yearName(year), isOpen)}
            </a>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
