import type { ReactNode } from 'react';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { paths } from '@/lib/routes';
import { type PrintedFrom, printMarginText } from '@/lib/text/print';
import { closedYearNotice, uiText } from '@/lib/text/ui';
import { LoadingNotice } from './loading-notice';
import { Navigation, type NavigationItem, UserMenu, type UserMenuProps, type YearItem, YearMenu } from './navigation';

/** As a string of a style sheet, from which nothing in the text can break out. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\<\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;

/** What stands around every printed page; app/print.css adds its number. The page's own h1 says what it is. */
export function PrintFrame({ from }: { from: PrintedFrom }) {
  return (
    <style>{`@page {
      @top-left { content: ${quoted(printMarginText.place(from))}; }
      @top-right { content: ${quoted(from.isDraft ? printMarginText.confidential : '')}; }
      @bottom-left { content: ${quoted(printMarginText.state(from))}; }
    }`}</style>
  );
}

export type AppShellProps = {
  /** 港区 */
  wardName: string;
  homeHref: string;
  /** Only what the reader may open. */
  navigation: readonly NavigationItem[];
  /** Newest first; the one shown is `current`. */
  years: readonly YearItem[];
  user: UserMenuProps;
  /** When the page's data were read. */
  readAt: Date;
  children: ReactNode;
};

/** The bar, the strip of a closed year, and <main id="main">, in which a page puts its h1 and content. */
export function AppShell({ wardName, homeHref, navigation, years, user, readAt, children }: AppShellProps) {
  const shown = years.find(({ current }) => current);
  return (
    <>
      <PrintFrame
        from={{ wardName, year: shown ?? null, isDraft: shown?.isOpen !== false, at: readAt, name: user.name }}
      />
      <a href="#main" className="link absolute start-2 top-1 z-30 -translate-y-16 bg-white p-2 focus:translate-y-0">
        {uiText.skipToMain}
      </a>
      <header className="print:hidden border-b border-solid-gray-536 bg-white">
        <div className="mx-auto flex min-h-12 max-w-[90rem] flex-wrap items-center gap-x-2 px-6 max-desktop:px-4">
          <a href={homeHref} className="me-4 text-dns-16B-130 whitespace-nowrap hover:underline">
            {wardName} {uiText.appName}
          </a>
          <Navigation items={navigation} />
          <div className="ms-auto flex flex-wrap items-center justify-end gap-x-2">
            {shown && <YearMenu years={years} shown={shown} />}
            <a
              href={paths.guide}
              target="_blank"
              rel="noopener"
              className="px-3 py-1.5 whitespace-nowrap hover:underline"
            >
              {uiText.guide}
              <span className="sr-only">{uiText.inNewTab}</span>
            </a>
            <UserMenu {...user} />
          </div>
        </div>
        {shown?.isOpen === false && (
          <p className="border-t border-solid-gray-420 bg-solid-gray-100 px-6 py-1 text-center text-dns-14B-130">
            {closedYearNotice(yearName(shown.year))}
          </p>
        )}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-[90rem] px-6 pt-3 pb-10 max-desktop:px-4 tall:has-[.act-bar]:pb-24 tall:has-[.act-notice:not(:empty)]:pb-56 tall:has-[.act-form]:pb-72"
      >
        <LoadingNotice />
        {children}
      </main>
    </>
  );
}
