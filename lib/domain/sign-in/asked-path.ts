/** The request header in which a page is told its own address. */
export const ASKED_PATH_HEADER = 'x-asked-path';

const BASE = 'http://here.invalid';
const LIMIT = 1000;
const NOWHERE_TO_RETURN = /^\/(api|sign-in|password)(\/|$)/;

/**
 * Where a sign-in leads: the page of ours that was asked for, else the home. The address comes from outside, so it is read
 * as browsers read it: `//elsewhere.example`, `/\elsewhere.example` and the like are no path.
 */
export function askedPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LIMIT || !asked.startsWith('/') || !URL.canParse(asked, BASE))
    return '/';
  const { origin, pathname, search } = new URL(asked, BASE);
  // Folding `/x/..//elsewhere.example` leaves what would be another site when it is read again.
  const isPath = origin === BASE && !pathname.startsWith('//');
  return isPath && !NOWHERE_TO_RETURN.test(pathname) ? `${pathname}${search}` : '/';
}

/** The screen that comes before `asked` and leads to it afterwards. */
export function pathBefore(screen: '/sign-in' | '/password', asked: unknown): string {
  const path = askedPath(asked);
  return path === '/' ? screen : `${screen}?next=${encodeURIComponent(path)}`;
}
