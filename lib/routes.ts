import { type EditionDocumentKind, NEXT_EDITION } from '@/lib/domain/edition/edition';

/** Where a year's screens are. */
export function yearPaths(year: number) {
  const home = `/years/${year}`;
  return {
    home,
    entries: `${home}/entries`,
    newEntry: `${home}/entries/new`,
    sheet: `${home}/sheet`,
    order: `${home}/order`,
    approvals: `${home}/approvals`,
    document: `${home}/document`,
    annex: `${home}/annex`,
    readThrough: `${home}/read-through`,
    findings: `${home}/findings`,
    publish: `/admin/years/${year}/publish`,
    settings: `/admin/years/${year}`,
    close: `/admin/years/${year}/close`,
    lastYear: `/admin/years/${year}/last-year`,
  };
}

/** Where an entry's screens are. */
export function entryPaths(year: number, id: string) {
  const { entries, approvals } = yearPaths(year);
  const entry = `${entries}/${id}`;
  return {
    entry,
    edit: `${entry}/edit`,
    confirm: `${entry}/confirm`,
    history: `${entry}/history`,
    correct: `${entry}/correct`,
    move: `${entry}/move`,
    approval: `${approvals}/${id}`,
  };
}

/** What a 課 still works on, and where it can be handed over. */
export const departmentPath = (departmentId: string): string => `/admin/departments/${departmentId}`;

/** Screens and interfaces whose address says nothing but their name. */
export const paths = {
  signIn: '/sign-in',
  password: '/password',
  sessions: '/sessions',
  editions: '/editions',
  guide: '/guide',
  admin: '/admin',
  users: '/admin/users',
  newUser: '/admin/users/new',
  departments: '/admin/departments',
  years: '/admin/years',
  earlierTotals: '/admin/years/earlier',
  dictionary: '/admin/dictionary',
  audit: '/admin/audit',
  security: '/admin/security',
  health: '/api/health',
  auth: '/api/auth',
} as const;

/** A picture of the guide. */
export const guideImagePath = (name: string): string => `/api/guide/${name}`;

/** `from` and the years after it, up to the first one that was drafted here. */
export const earlierTotalsPath = (from: number): string => `${paths.earlierTotals}?from=${from}`;
export const adminPath = (part: string): string => `/admin/${part}`;
export const userPath = (membershipId: string): string => `/admin/users/${membershipId}`;
/** Where a document of a year is handed out, in one of its formats. */
export const documentFilePath = (year: number, kind: EditionDocumentKind): string => `/api/years/${year}/${kind}`;

type OfEdition = { year: number; number: number };
/** An edition, and in it one of its documents. */
export const editionPath = ({ year, number }: OfEdition, kind?: EditionDocumentKind): string =>
  `/years/${year}/editions/${number}${kind ? `?document=${kind}` : ''}`;
export const editionFilePath = ({ year, number }: OfEdition, kind: EditionDocumentKind, format: string): string =>
  `${documentFilePath(year, kind)}/${format}?edition=${number}`;
/** A page of what would be published next. */
export const nextEditionPagePath = (year: number, kind: EditionDocumentKind, page: number): string =>
  `${documentFilePath(year, kind)}/svg?edition=${NEXT_EDITION}&page=${page}`;
