import type { ReactNode } from 'react';
import { ADMIN_PARTS, type AdminPart, adminPartText, adminText } from '@/lib/text/admin';

const look =
  'relative flex min-h-9 items-center rounded-4 px-3 whitespace-nowrap hover:underline aria-[current]:font-700 aria-[current]:text-key-900 aria-[current]:after:absolute aria-[current]:after:inset-x-0 aria-[current]:after:-bottom-px aria-[current]:after:border-b-4';

/** The administration's own navigation above each of its pages. */
export function AdminFrame({ part, children }: { part: AdminPart; children: ReactNode }) {
  return (
    <>
      <nav aria-label={adminText.navigation} className="print:hidden -mx-3 mb-4">
        <ul className="flex flex-wrap border-b border-solid-gray-420">
          {ADMIN_PARTS.map((name) => (
            <li key={name} className="flex">
              <a href={`/admin/${name}`} aria-current={name === part ? 'page' : undefined} className={look}>
                {adminPartText[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
