import { SessionOnDevice } from '@/components/account/session-on-device';
import { SignOutButton, WardChoices } from '@/components/account/sign-out-button';
import type { AppShellProps } from '@/components/shell/app-shell';
import { hasRoleFor } from '@/lib/domain/permissions';
import { fiscalYearFromPath } from '@/lib/domain/year/fiscal-year';
import { currentYear } from '@/lib/domain/year/ward-years';
import { paths, yearPaths } from '@/lib/routes';
import { env } from '@/lib/server/database/env';
import type { Reader } from '@/lib/server/gate/reading';
import { getSession } from '@/lib/server/gate/session';
import { getShell } from '@/lib/server/people/shell-queries';
import { listOwnWards } from '@/lib/server/sign-in/own-sessions';
import { type SectionName, sectionText } from '@/lib/text/shell';

const SECTIONS = ['home', 'entries', 'approvals', 'document'] as const satisfies readonly SectionName[];

const PLACE = { admin: 'settings', account: 'home' } as const;

const yearHref = (section: Shown['section'], year: number): string =>
  yearPaths(year)[section === 'admin' || section === 'account' ? PLACE[section] : section];

/** account: of the reader's own, beside the sections. */
type Shown = { section: SectionName | 'account'; year: string | undefined };

/** What the bar shows to this reader: their ward's years, and only the sections that they may open. */
export async function shellProps(reader: Reader, shown: Shown): Promise<Omit<AppShellProps, 'children'>> {
  const [session, { years, wardCount }] = await Promise.all([getSession(), getShell(reader)]);
  const ownWards = wardCount > 1 ? await listOwnWards(reader) : [];
  const asked = fiscalYearFromPath(shown.year);
  const year = years.some((known) => known.year === asked) && asked ? asked : currentYear(years);
  const item = (section: SectionName, href: string) => ({
    label: sectionText[section],
    href,
    current: section === shown.section,
  });
  return {
    readAt: new Date(),
    wardName: session?.wardName ?? '',
    homeHref: year ? yearPaths(year).home : '/',
    navigation: [
      ...(year ? SECTIONS.map((section) => item(section, yearHref(section, year))) : []),
      ...(hasRoleFor(reader, 'year.manage') ? [item('admin', paths.admin)] : []),
    ],
    years: years.map(({ year: of, isOpen }) => ({
      year: of,
      isOpen,
      href: yearHref(shown.section, of),
      current: of === asked,
    })),
    user: {
      name: reader.name,
      departmentName: session?.departmentName ?? null,
      roles: reader.roles,
      passwordHref: paths.password,
      sessionsHref: paths.sessions,
      signOut: (
        <>
          <SessionOnDevice
            accountId={reader.accountId}
            wardId={reader.wardId}
            idleMinutes={env().SESSION_IDLE_MINUTES}
          />
          <WardChoices wards={ownWards} currentId={reader.wardId} className="menu-item" />
          <SignOutButton className="menu-item" />
        </>
      ),
    },
  };
}
