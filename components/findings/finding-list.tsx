import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/ui/icons';
import type { EntryFinding, Finding } from '@/lib/domain/findings/check';
import type { Severity } from '@/lib/domain/findings/finding';
import { type FindingReason, isAllowed, openErrors, reasonFor } from '@/lib/domain/findings/finding-reasons';
import {
  allowFindingText,
  findingMessage,
  findingPlaceText,
  saidText,
  severityText,
  findingsText as text,
} from '@/lib/text/findings/findings';

type Kind = Severity | 'allowed';
const LOOKS = {
  error: { label: severityText.error, icon: 'error', text: 'text-red-900', border: 'border-red-900' },
  warning: { label: severityText.warning, icon: 'warning', text: 'text-orange-900', border: 'border-orange-900' },
  allowed: {
    label: allowFindingText.label,
    icon: 'info',
    text: 'text-solid-gray-700',
    border: 'border-solid-gray-420',
  },
} as const satisfies Record<Kind, { label: string; icon: IconName; text: string; border: string }>;

type FoundProps = { finding: Finding; said?: FindingReason | null | undefined };
const kindOf = ({ finding, said }: FoundProps): Kind => (isAllowed(said) ? 'allowed' : finding.severity);

export function SeverityLabel(found: FoundProps) {
  const { label, icon, text: color } = LOOKS[kindOf(found)];
  return (
    <span className={`inline-flex items-center gap-1 text-dns-14B-130 whitespace-nowrap ${color}`}>
      <Icon name={icon} />
      <span>{label}</span>
    </span>
  );
}

type FindingItemProps = FoundProps & {
  /** The way to what it is about. */
  place: ReactNode;
  /** In place of the words that are expected. */
  remedy?: ReactNode;
  children?: ReactNode;
};

/** How bad, where, what, and what would be right. */
export function FindingItem({ finding, said, place, remedy, children }: FindingItemProps) {
  const isExpectedSaid = finding.span !== null && finding.expected !== null;
  return (
    <li className={`border-l-4 py-1 ps-3 ${LOOKS[kindOf({ finding, said })].border}`}>
      <p className="flex flex-wrap items-center gap-x-3">
        <SeverityLabel finding={finding} said={said} />
        {place}
      </p>
      <p>{findingMessage(finding)}</p>
      {remedy ?? (isExpectedSaid && <p>{text.expected(finding.expected ?? '')}</p>)}
      {said && <p className="whitespace-pre-line">{saidText(said)}</p>}
      {children}
    </li>
  );
}

export const findingKey = ({ rule, place, found, span }: Finding): string =>
  [rule, place, span?.start ?? '', found].join(' ');

type FindingListProps = {
  findings: readonly EntryFinding[];
  /** What was said of them with the last submission. Left out where nothing is said of them yet. */
  reasons?: readonly FindingReason[];
  hrefOf?: (place: string) => string;
};

export function FindingList({ findings, reasons, hrefOf }: FindingListProps) {
  return (
    <ul className="grid gap-3">
      {findings.map((finding) => {
        const name = findingPlaceText[finding.place];
        const said = reasons && reasonFor(finding, reasons);
        const place = hrefOf ? (
          <a href={hrefOf(finding.place)} className="link">
            {name}
          </a>
        ) : (
          <span>{name}</span>
        );
        return (
          <FindingItem key={findingKey(finding)} finding={finding} said={said} place={place}>
            {reasons && !said && finding.severity === 'warning' && (
              <p className="text-dns-14N-130 text-solid-gray-700">{text.open}</p>
            )}
          </FindingItem>
        );
      })}
    </ul>
  );
}

/** 誤り1件、確認2件 */
export function FindingCounts({ findings, reasons = [] }: Pick<FindingListProps, 'findings' | 'reasons'>) {
  const errors = openErrors(findings, reasons).length;
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
          <FindingCounts {...list} />
        </span>
      </h2>
      <FindingList {...list} />
    </section>
  );
}
