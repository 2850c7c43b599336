import { uiText } from '@/lib/text/ui';
import { Menu } from './menu';

export type NavigationItem = { label: string; href: string; current: boolean };

const links = (items: readonly NavigationItem[], look: string) => (
  <ul className="flex h-full max-desktop:flex-col">
    {items.map(({ label, href, current }) => (
      <li key={href} className="flex">
        <a href={href} aria-current={current ? 'page' : undefined} className={look}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);

/** Links in the bar; below 768px they stand in a menu, so that no word breaks. */
export function Navigation({ items }: { items: readonly NavigationItem[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <nav aria-label={uiText.mainNavigation} className="h-12 max-desktop:hidden">
        {links(
          items,
          'flex items-center border-y-4 border-transparent px-3 whitespace-nowrap hover:underline aria-[current]:border-b-key-900 aria-[current]:font-700 aria-[current]:text-key-900',
        )}
      </nav>
      <nav aria-label={uiText.mainNavigation} className="desktop:hidden">
        <Menu summary={uiText.menu}>
          {links(
            items,
            'grow border-s-4 border-transparent px-4 py-2 hover:bg-solid-gray-50 hover:underline aria-[current]:border-s-key-900 aria-[current]:font-700 aria-[current]:text-key-900',
          )}
        </Menu>
      </nav>
    </>
  );
}
