export const DEVICE_COPIES = 'yosan:entry:';

/** Apart from reading them: every page has a way to sign out and none but the editor a way to read. */
function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(DEVICE_COPIES));
  } catch {
    return [];
  }
}

export const hasDeviceCopies = (): boolean => keys().length > 0;

let isClosed = false;

/** false after the sign-out: what is still on the screen leaves no copy behind. */
export const mayKeepCopies = (): boolean => !isClosed;

/** For sign-out: the next person at this device finds nothing. */
export function clearDeviceCopies(): void {
  isClosed = true;
  for (const key of keys()) localStorage.removeItem(key);
}
