/** Everything that this program keeps on a device. */
const OURS = 'yosan:';

/** Apart from reading them: every page has a way to sign out and none but the editor a way to read. */
export const copiesOf = (accountId: string): string => `${OURS}sealed:${accountId}:`;

function names(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(OURS));
  } catch {
    return [];
  }
}

export const hasDeviceCopies = (): boolean => names().length > 0;

let hasEnded = false;

/** false after the sign-out: what is still on the screen leaves no copy behind. */
export const mayKeepCopies = (): boolean => !hasEnded;

/** For sign-out: the next person at this device finds nothing. */
export function clearDeviceCopies(): void {
  hasEnded = true;
  for (const name of names()) localStorage.removeItem(name);
}

/** A session that ended by itself leaves its copies, sealed, to whoever comes back: only the same person keeps them. */
export function clearCopiesOfOthers(accountId: string): void {
  for (const name of names()) if (!name.startsWith(copiesOf(accountId))) localStorage.removeItem(name);
}
