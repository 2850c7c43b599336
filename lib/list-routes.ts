import { ALL_DEPARTMENTS, type EntryFilter, LISTED, NO_FILTER, sortParameter } from '@/lib/domain/entry/entry-filter';
import { WAITING } from '@/lib/domain/entry/entry-workflow';
import type { QueueFilter } from '@/lib/domain/entry/review-queue';
import type { FindingFilter } from '@/lib/domain/findings/year-findings';
import type { AuditFilter } from '@/lib/domain/history/audit';
import type { SecurityFilter } from '@/lib/domain/history/security-event';
import type { UserFilter } from '@/lib/domain/people/user';
import type { OpenPoint } from '@/lib/domain/year/open-points';
import type { Chore, EntryTask } from '@/lib/domain/year/year-home';
import { earlierTotalsPath, entryPaths, paths, yearPaths } from './routes';

/** The list's address with these filters; what is not filtered isn't in it. */
export function entryListHref(year: number, filter: Partial<EntryFilter> = {}): string {
  const { q, department, status, category, mark, sort, own } = { ...NO_FILTER, ...filter };
  const found = Object.entries({ q, department, status, category, mark }).filter(([, value]) => value);
  const isDefault = sort.key === 'number' && !sort.descending;
  const search = new URLSearchParams([...found, ...(isDefault ? [] : [['sort', sortParameter(sort)]])] as string[][]);
  if (own && search.size === 0) search.set('department', ALL_DEPARTMENTS);
  return `${yearPaths(year).entries}${search.size > 0 ? `?${search}` : ''}`;
}

/** Deciding has its own screen; everything else begins with the entry, where the reason stands on top. */
export const taskHref = ({ year, id, status }: EntryTask): string =>
  entryPaths(year, id)[WAITING.includes(status) ? 'approval' : 'entry'];

export function choreHref(year: number, chore: Chore): string {
  if (chore.kind === 'annex' || chore.kind === 'over') return yearPaths(year).settings;
  if (chore.kind === 'undecided') return entryListHref(year, { status: LISTED.undecided });
  return entryListHref(year, { status: LISTED.waiting, department: chore.departmentId });
}

/** Where what stands against a year's being final is mended. */
export function openPointHref(year: number, { kind, id }: Pick<OpenPoint, 'kind' | 'id'>): string {
  if (kind === 'undecided' || kind === 'blankAmount' || kind === 'findings') return entryPaths(year, id).entry;
  if (kind === 'lastEntryDiffers') return entryPaths(year - 1, id).entry;
  if (kind === 'lastTotalDiffers') return yearPaths(year - 1).settings;
  if (kind === 'textFindings') return findingsHref(year, { severity: 'error' });
  if (kind === 'sumDiffers' || kind === 'overCeiling') return entryListHref(year, { category: id });
  if (kind === 'lastYearExceeded')
    return entryListHref(year, { category: id, sort: { key: 'lastYear', descending: true } });
  if (kind === 'unread') return yearPaths(year).readThrough;
  if (kind === 'blankEarlier') return earlierTotalsPath(Number(id));
  if (kind === 'lastYearOpen') return yearPaths(Number(id)).close;
  return yearPaths(kind === 'blankYear' ? Number(id) : year).settings;
}

const parametersOf = (filter: object, more: Record<string, string> = {}): string => {
  const given = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams([...given, ...Object.entries(more)] as string[][]).toString();
  return text && `?${text}`;
};

export const auditHref = (filter: AuditFilter, olderThan?: string): string =>
  `${paths.audit}${parametersOf(filter, olderThan ? { olderThan } : {})}`;

/** What follows the address of an entry that is decided about, and of the list of what waits. */
export const queueQuery = ({ department, order }: QueueFilter): string =>
  parametersOf({ department, order: order === 'printed' ? null : order });

export const securityHref = (filter: SecurityFilter, olderThan?: string): string =>
  `${paths.security}${parametersOf(filter, olderThan ? { olderThan } : {})}`;

export const securityExportHref = (filter: SecurityFilter): string => `/api/security-events${parametersOf(filter)}`;

export const usersHref = (filter: Partial<UserFilter>): string => `${paths.users}${parametersOf(filter)}`;

export const findingsHref = (year: number, filter: Partial<FindingFilter> = {}, page = 1): string =>
  `${yearPaths(year).findings}${parametersOf(filter, page > 1 ? { page: String(page) } : {})}`;

/** Two editions of a year beside each other; without numbers the newest and the one before it. */
export const compareEditionsHref = (year: number, edition: { from?: number; to?: number } = {}): string =>
  `${yearPaths(year).home}/editions/compare${parametersOf(edition)}`;
