/** The request header in which the proxy tells a page its own address. */
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
  // Folding `/x/..//elsewhere.example` may leave a path that is no path when it is read again.
  const isPath = origin === BASE && new URL(pathname, BASE).origin === BASE;
  return isPath && !NOWHERE_TO_RETURN.test(pathname) ? `${pathname}${search}` : '/';
}

/** The sign-in screen that leads to `asked` afterwards. */
export function signInPath(asked: unknown): string {
  const path = askedPath(asked);
  return path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`;
}
