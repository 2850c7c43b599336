import type { MouseEvent } from 'react';
import { BackLink } from '@/components/shell/kept-query';
import { ButtonLink } from '@/components/ui/button';
import { approvalsText, decisionText } from '@/lib/text/entry/approvals';
import { useWayOn } from './way-on';
import { KeyHint } from './workflow-button';

export type NextEntry = { href: string; name: string };
type NextApprovalProps = { next: NextEntry | null; listHref: string; isPrimary: boolean };

/** What else waits for this approver, so that a queue is worked off without going back to its list. */
export function NextApproval({ next, listHref, isPrimary }: NextApprovalProps) {
  const { follow } = useWayOn();
  if (!next) return <BackLink href={listHref} label={approvalsText.back} className="link" />;
  return (
    <ButtonLink
      href={next.href}
      title={next.name}
      variant={isPrimary ? 'primary' : 'secondary'}
      onClick={(event: MouseEvent) => follow(event, next.href, 'next')}
      aria-keyshortcuts={decisionText.keys.next}
    >
      {approvalsText.next}
      <KeyHint name={decisionText.keys.next} />
    </ButtonLink>
  );
}
