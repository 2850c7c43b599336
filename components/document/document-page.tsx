import { Pagination } from '@/components/ui/pagination';
import { documentPageText } from '@/lib/text/document-page';

type DocumentPageProps = {
  page: number;
  pages: number;
  imageHref: (page: number) => string;
  hrefFor: (page: number) => string;
};

/** One page exactly as it is printed. */
export function DocumentPage({ page, pages, imageHref, hrefFor }: DocumentPageProps) {
  return (
    <section aria-label={documentPageText.printed}>
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
      <picture>
        <img
          src={imageHref(page)}
          alt={documentPageText.pageAlt(page, pages)}
          width={595}
          height={842}
          className="h-auto w-full max-w-[52rem] border border-solid-gray-420 bg-white"
        />
      </picture>
    </section>
  );
}
