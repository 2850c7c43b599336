import { NotificationBanner } from '@/components/ui/notification-banner';
import { Pagination } from '@/components/ui/pagination';
import { documentPageText } from '@/lib/text/document-page';
import { errorText } from '@/lib/text/errors';
import type { Printing } from './document-holes';

type Props = {
  printing: Printing;
  pageFrom: (pages: number) => number;
  imageHref: (page: number) => string;
  hrefFor: (page: number) => string;
};

function Picture({ src, alt }: { src: string; alt: string }) {
  return (
    <picture>
      <img
        src={src}
        alt={alt}
        width={595}
        height={842}
        className="h-auto w-full max-w-[52rem] border border-solid-gray-420 bg-white"
      />
    </picture>
  );
}

/** One page exactly as it is printed. */
export async function DocumentPage({ printing, pageFrom, imageHref, hrefFor }: Props) {
  const printed = await printing;
  if (!printed.ok) return <NotificationBanner kind="error" title={errorText[printed.code]} />;
  const pages = printed.value.pageCount;
  const page = pageFrom(pages);
  return (
    <>
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
      <Picture src={imageHref(page)} alt={documentPageText.pageAlt(page, pages)} />
    </>
  );
}

/** Until the pages are counted. Without scripts it stays, and shows the first page. */
export function WaitingPage({ imageHref }: Pick<Props, 'imageHref'>) {
  return (
    <>
      <p role="status" className="appear-late">
        {documentPageText.printing}
      </p>
      <noscript>
        <Picture src={imageHref(1)} alt={documentPageText.printed} />
      </noscript>
    </>
  );
}
