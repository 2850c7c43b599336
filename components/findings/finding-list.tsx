import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icons';
import type { EntryFinding, Finding } from '@/lib/domain/findings/check';
import type { Severity } from '@/lib/domain/findings/finding';
import { type FindingReason, reasonFor } from '@/lib/domain/findings/finding-reasons';
import {
  allowFindingText,
  findingMessage,
  findingPlaceText,
  severityText,
  findingsText as text,
} from '@/lib/text/findings/findings';

const LOOKS: Record<Severity, string> = { error: 'text-red-900', warning: 'text-orange-900' };

export function SeverityLabel({ severity }: { severity: Severity }) {
  return (
    <span className={`inline-flex items-center gap-1 text-dns-14B-130 whitespace-nowrap ${LOOKS[severity]}`}>
      <Icon name={severity} />
      <span>{severityText[severity]}</span>
    </span>
  );
}

type FindingItemProps = {
  finding: Finding;
  /** The way to what it is about. */
  place: ReactNode;
  /** In place of the words that are expected. */
  remedy?: ReactNode;
  children?: ReactNode;
};

/** How bad, where, what, and what would be right. */
export function FindingItem({ finding, place, remedy, children }: FindingItemProps) {
  const isExpectedSaid = finding.span !== null && finding.expected !== null;
  return (
    <li className={`border-l-4 py-1 ps-3 ${finding.severity === 'error' ? 'border-red-900' : 'border-orange-900'}`}>
      <p className="flex flex-wrap items-center gap-x-3">
        <SeverityLabel severity={finding.severity} />
        {place}
      </p>
      <p>{findingMessage(finding)}</p>
      {remedy ?? (isExpectedSaid && <p>{text.expected(finding.expected ?? '')}</p>)}
      {children}
    </li>
  );
}

/** What was said of it with the last submission, while the text is the same. */
function Said({ said }: { said: FindingReason | undefined }) {
  if (!said) return <p className="text-dns-14N-130 text-solid-gray-700">{text.open}</p>;
  if (said.allowedBy)
    return <p className="whitespace-pre-line">{allowFindingText.allowed(said.allowedBy, said.reason)}</p>;
  return <p className="whitespace-pre-line">{said.reason ? `${text.reason}：${said.reason}` : text.looked}</p>;
}

export const findingKey = ({ rule, place, found, span }: Finding): string =>
  [rule, place, span?.start ?? '', found].join(' ');

type FindingListProps = {
  findings: readonly EntryFinding[];
  /** Left out where nothing is said of them yet. */
  reasons?: readonly FindingReason[];
  hrefOf?: (place: string) => string;
};

export function FindingList({ findings, reasons, hrefOf }: FindingListProps) {
  return (
    <ul className="grid gap-3">
      {findings.map((finding) => {
        const name = findingPlaceText[finding.place];
        const place = hrefOf ? (
          <a href={hrefOf(finding.place)} className="link">
            {name}
          </a>
        ) : (
          <span>{name}</span>
        );
        return (
          <FindingItem key={findingKey(finding)} finding={finding} place={place}>
            {reasons && (finding.severity === 'warning' || reasonFor(finding, reasons)) && (
              <Said said={reasonFor(finding, reasons)} />
            )}
          </FindingItem>
        );
      })}
    </ul>
  );
}

/** 誤り1件、確認2件 */
export function FindingCounts({ findings }: { findings: readonly Finding[] }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return text.counts(errors, findings.length - errors) || text.none;
}

type EntryFindingsProps = FindingListProps & { id?: string; className?: string };

/** The list with its head; nothing where nothing was found. */
export function EntryFindings({ id, className, ...list }: EntryFindingsProps) {
  if (list.findings.length === 0) return null;
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id ?? 'entry'}-findings`} className={className}>
      <h2 id={`${id ?? 'entry'}-findings`} className="mb-2 text-std-18B-160">
        {text.title}{' '}
        <span className="text-dns-16N-130">
          <FindingCounts findings={list.findings} />
        </span>
      </h2>
      <FindingList {...list} />
    </section>
  );
}
