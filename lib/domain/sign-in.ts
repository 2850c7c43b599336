/** With the minutes until the next try. They are the same for an ID that doesn't exist. */
export type Locked = `locked_${number}`;
export const isLocked = (outcome: unknown): outcome is Locked =>
  typeof outcome === 'string' && /^locked_\d+$/.test(outcome);

/**
 * refused: wrong ID or password, which of them is not said. expired: the right one, an initial password that nobody used in time.
 * unavailable: no database. unreachable, failed: no answer.
 */
export type SignInRefusal = Locked | 'refused' | 'expired' | 'unavailable' | 'unreachable' | 'failed';
