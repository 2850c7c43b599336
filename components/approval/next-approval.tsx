import { ButtonLink } from '@/components/ui/button';
import type { EntryTask } from '@/lib/domain/year/year-home';
import { entryPaths, yearPaths } from '@/lib/routes';
import { approvalsText } from '@/lib/text/entry/approvals';

type NextApprovalProps = { year: number; waiting: readonly EntryTask[] };

/** What else waits for this approver, so that a queue is worked off without going back to its list. */
export function NextApproval({ year, waiting }: NextApprovalProps) {
  const [next] = waiting;
  return (
    <div className="mt-4 flex flex-col items-start gap-2">
      <p>{next ? approvalsText.rest(waiting.length) : approvalsText.done}</p>
      {next ? (
        <>
          <ButtonLink href={entryPaths(year, next.id).approval}>{approvalsText.next}</ButtonLink>
          <p className="text-dns-14N-130">{next.name}</p>
        </>
      ) : (
        <a href={yearPaths(year).approvals} className="link">
          {approvalsText.back}
        </a>
      )}
    </div>
  );
}
