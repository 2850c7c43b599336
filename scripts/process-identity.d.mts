export type ProcessIdentity = { pid: number; start: string };

export function identityOf(pid: number): ProcessIdentity;
export function isAlive(identity: ProcessIdentity): boolean;
export function pause(milliseconds: number): Promise<void>;
