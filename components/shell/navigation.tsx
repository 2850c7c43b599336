import { uiText } from '@/lib/text/ui';
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
