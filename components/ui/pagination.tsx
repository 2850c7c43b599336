import { pageOfPages, uiText } from '@/lib/text/ui';
import { ButtonLink } from './button';
import { Icon } from './icons';

type PaginationProps = { page: number; pages: number; hrefFor: (page: number) => string };

/** One page at a time: 前へ, where one is, 次へ. Draws nothing for a single page. */
export function Pagination({ page, pages, hrefFor }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={uiText.pagination} className="print:hidden my-3 flex flex-wrap items-center gap-4">
      {page > 1 && (
        <ButtonLink href={hrefFor(page - 1)} rel="prev" icon={<Icon name="chevronLeft" />}>
          {uiText.previousPage}
        </ButtonLink>
      )}
      <span>{pageOfPages(page, pages)}</span>
      {page < pages && (
        <ButtonLink
          href={hrefFor(page + 1)}
          rel="next"
          icon={<Icon name="chevronRight" />}
          className="flex-row-reverse"
        >
          {uiText.nextPage}
        </ButtonLink>
      )}
    </nav>
  );
}
