/** Whom PostgreSQL runs as when this process is root. */
export function serverAccount(): { uid: number; gid: number } | undefined;
/** The folder of the cluster that belongs to `dataFolder`. */
export function clusterHome(dataFolder: string): string;
export function give(account: { uid: number; gid: number } | undefined, ...files: string[]): void;
