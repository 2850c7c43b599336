import { NotificationBanner } from '@/components/ui/notification-banner';
import { Pagination } from '@/components/ui/pagination';
import type { Result } from '@/lib/domain/result';
import type { Paper, PrintedPages } from '@/lib/domain/year/year-document';
import { documentPageText, documentPageText as text } from '@/lib/text/document/document-page';
import { errorText } from '@/lib/text/errors';

export type Printing = Promise<Result<PrintedPages>>;

type DocumentHolesProps = {
  printing: Printing;
  printed: { id: string; name: string }[];
  entryHref: (id: string) => string;
  settingsHref: string | null;
};

/** What the document was printed without, and where to go for it. */
export async function DocumentHoles({ printing, printed, entryHref, settingsHref }: DocumentHolesProps) {
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

/** The paper's size in points, for the room that its picture takes. */
const SIZE: Record<Paper, { width: number; height: number }> = {
  portrait: { width: 595, height: 842 },
  landscape: { width: 842, height: 595 },
};

type DocumentPageProps = {
  printing: Printing;
  paper: Paper;
  pageFrom: (pages: number) => number;
  imageHref: (page: number) => string;
  hrefFor: (page: number) => string;
};

function Picture({ src, alt, paper }: { src: string; alt: string; paper: Paper }) {
  return (
    <picture>
      <img
        src={src}
        alt={alt}
        {...SIZE[paper]}
        className="h-auto w-full max-w-[52rem] border border-solid-gray-420 bg-white print:max-h-[230mm] print:w-auto"
      />
    </picture>
  );
}

/** One page exactly as it is printed. */
export async function DocumentPage({ printing, paper, pageFrom, imageHref, hrefFor }: DocumentPageProps) {
  const printed = await printing;
  if (!printed.ok) return <NotificationBanner kind="error" title={errorText[printed.code]} />;
  const pages = printed.value.pageCount;
  const page = pageFrom(pages);
  return (
    <>
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
      <Picture paper={paper} src={imageHref(page)} alt={documentPageText.pageAlt(page, pages)} />
    </>
  );
}

/** Until the pages are counted. Without scripts it stays, and shows the first page. */
export function WaitingPage({ imageHref, paper }: Pick<DocumentPageProps, 'imageHref' | 'paper'>) {
  return (
    <>
      <p role="status" className="appear-late">
        {documentPageText.printing}
      </p>
      <noscript>
        <Picture paper={paper} src={imageHref(1)} alt={documentPageText.printed} />
      </noscript>
    </>
  );
}
