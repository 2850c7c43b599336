import { NotificationBanner } from '@/components/ui/notification-banner';
import type { Result } from '@/lib/domain/result';
import type { PrintedPages } from '@/lib/domain/year-document';
import { documentPageText as text } from '@/lib/text/document-page';

export type Printing = Promise<Result<PrintedPages>>;

type Props = {
  printing: Printing;
  printed: { id: string; name: string }[];
  entryHref: (id: string) => string;
  settingsHref: string | null;
};

/** What the document was printed without, and where to go for it. */
export async function DocumentHoles({ printing, printed, entryHref, settingsHref }: Props) {
  const result = await printing;
  if (!result.ok || result.value.holes.length === 0) return null;
  const { holes } = result.value;
  const entries = printed.filter((_, index) => holes.some((hole) => hole !== 'text' && hole.entry === index));
  const links = [
    ...entries.map(({ id, name }) => ({ key: id, name, href: entryHref(id) })),
    ...(holes.includes('text') ? [{ key: 'text', name: text.yearTexts, href: settingsHref }] : []),
  ];
  return (
    <NotificationBanner kind="warning" title={text.notPrinted} className="mb-4 print:hidden">
      <p>{text.holes}</p>
      <ul className="my-1 grid gap-1">
        {links.map(({ key, name, href }) => (
          <li key={key}>
            {href ? (
              <a href={href} className="link">
                {name}
              </a>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
