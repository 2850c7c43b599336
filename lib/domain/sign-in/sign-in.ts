/** A session of the reader's own account, in whichever ward. */
export type OwnSession = {
  id: string;
  wardName: string;
  startedAt: Date;
  lastSeenAt: Date;
  address: string | null;
  userAgent: string | null;
  isThis: boolean;
};

/**
 * What is counted: strangers' attempts per ID, a known device's own ones, wrong current passwords when an account changes
 * its password, and mistakes per address.
 */
export type ThrottleKind = 'login' | 'device' | 'password' | 'address';

/** Failures that are forgiven before waiting starts. An address may be a whole office behind one gateway. */
const FORGIVEN: Record<ThrottleKind, number> = { login: 4, device: 4, password: 4, address: 30 };
/** One failure is forgotten each time this has passed. */
export const DRAIN_SECONDS: Record<ThrottleKind, number> = { login: 3600, device: 3600, password: 3600, address: 600 };
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 3600;

/** How long the next attempt has to wait after so many failures in a row: doubling, one hour at most. */
export function waitSeconds(kind: ThrottleKind, failures: number): number {
  const beyond = failures - FORGIVEN[kind];
  if (beyond <= 0) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** Math.min(beyond - 1, 20), LONGEST_WAIT_SECONDS);
}

/** With the minutes until the next try. They are the same for an ID that doesn't exist. */
export type Locked = `locked_${number}`;
export const isLocked = (outcome: unknown): outcome is Locked =>
  typeof outcome === 'string' && /^locked_\d+$/.test(outcome);

/**
 * refused: wrong ID or password, which of them is not said. expired: the right one, an initial password that nobody used in time.
 * unavailable: no database. unreachable, failed: no answer.
 */
export type SignInProblem = Locked | 'refused' | 'expired' | 'unavailable' | 'unreachable' | 'failed';
