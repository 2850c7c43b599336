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

/** For sign-out: the next person at this device finds nothing. */
export function clearDeviceCopies(): void {
  for (const key of keys()) localStorage.removeItem(key);
}
