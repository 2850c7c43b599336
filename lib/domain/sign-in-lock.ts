/** Failures that are forgiven before waiting starts. An address may be a whole office behind one gateway. */
const FORGIVEN = { login: 4, address: 30 } as const;
/** One failure is forgotten each time this has passed. */
export const DRAIN_SECONDS = { login: 3600, address: 600 } as const;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 3600;

export type ThrottleKind = keyof typeof FORGIVEN;

/** How long the next attempt has to wait after so many failures in a row: doubling, one hour at most. */
export function waitSeconds(kind: ThrottleKind, failures: number): number {
  const beyond = failures - FORGIVEN[kind];
  if (beyond <= 0) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** Math.min(beyond - 1, 20), LONGEST_WAIT_SECONDS);
}
