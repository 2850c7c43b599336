type Tab = { label: string; href: string; isCurrent: boolean };

/** One of several documents is shown; the others are a link away. */
export function DocumentTabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="print:hidden -mx-3 mb-4">
      <ul className="flex flex-wrap border-b border-solid-gray-420">
        {tabs.map((tab) => (
          <li key={tab.href} className="flex">
            <a
              href={tab.href}
              aria-current={tab.isCurrent ? 'page' : undefined}
              className="bar-item min-h-9 after:-bottom-px"
            >
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
