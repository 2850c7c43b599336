import type { ReactNode } from 'react';
import { adminPath } from '@/lib/routes';
import { ADMIN_PARTS, type AdminPart, adminPartText, adminText } from '@/lib/text/shell';

/** The administration's own navigation above each of its pages. */
export function AdminFrame({ part, children }: { part: AdminPart; children: ReactNode }) {
  return (
    <>
      <nav aria-label={adminText.navigation} className="print:hidden -mx-3 mb-4">
        <ul className="flex flex-wrap border-b border-solid-gray-420">
          {ADMIN_PARTS.map((name) => (
            <li key={name} className="flex">
              <a
                href={adminPath(name)}
                aria-current={name === part ? 'page' : undefined}
                className="bar-item min-h-9 after:-bottom-px"
              >
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
