type Account = { role: string; loginId: string; password: string; ward: string; department: string | null };
export function accountLines(accounts: readonly Account[]): string[];
export function announce(root: string, url: string, accountsFile: string): void;
