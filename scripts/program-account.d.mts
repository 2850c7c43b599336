/** Whom a build is served as when this process is root. */
export function programAccount(build: string): { uid: number; gid: number } | undefined;
