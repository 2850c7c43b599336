import { yearName } from '@/lib/domain/fiscal-year';
import { uiText, yearWithState } from '@/lib/text/ui';
import { Menu } from './menu';

export type YearItem = { year: number; isClosed: boolean; href: string; current: boolean };

export function YearMenu({ years, shown }: { years: readonly YearItem[]; shown: YearItem }) {
  return (
    <Menu
      label={uiText.yearMenu}
      summary={yearWithState(yearName(shown.year), shown.isClosed)}
      className="rounded-6 border border-solid-gray-600"
    >
      <ul>
        {years.map(({ year, isClosed, href, current }) => (
          <li key={year}>
            <a href={href} aria-current={current ? 'true' : undefined} className="menu-item">
              {yearWithState(yearName(year), isClosed)}
            </a>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
