import { ButtonLink } from '@/components/ui/button';
import { auditText } from '@/lib/text/audit';
import { uiText } from '@/lib/text/ui';

type AuditPagingProps = {
  /** Where the newest records are; null on that page itself. */
  newestHref: string | null;
  /** null when there are no older ones. */
  olderHref: string | null;
};

export function AuditPaging({ newestHref, olderHref }: AuditPagingProps) {
  if (!newestHref && !olderHref) return null;
  return (
    <nav aria-label={uiText.pagination} className="print:hidden my-4 flex flex-wrap items-center gap-4">
      {newestHref && <ButtonLink href={newestHref}>{auditText.newest}</ButtonLink>}
      {olderHref && (
        <ButtonLink href={olderHref} rel="next">
          {auditText.older}
        </ButtonLink>
      )}
    </nav>
  );
}
