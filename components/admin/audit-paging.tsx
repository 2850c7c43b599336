import { ButtonLink } from '@/components/ui/button';
import { auditText } from '@/lib/text/audit';
import { uiText } from '@/lib/text/ui';

type AuditPagingProps = {
  isNewest: boolean;
  /** The last row of this page; null when there are no older ones. */
  olderThan: string | null;
};

export function AuditPaging({ isNewest, olderThan }: AuditPagingProps) {
  if (isNewest && !olderThan) return null;
  return (
    <nav aria-label={uiText.pagination} className="print:hidden my-4 flex flex-wrap items-center gap-4">
      {!isNewest && <ButtonLink href="/admin/audit">{auditText.newest}</ButtonLink>}
      {olderThan && (
        <ButtonLink href={`/admin/audit?olderThan=${olderThan}`} rel="next">
          {auditText.older}
        </ButtonLink>
      )}
    </nav>
  );
}
