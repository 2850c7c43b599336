/** Whom PostgreSQL runs as when this process is root. */
export function serverAccount(): { uid: number; gid: number } | undefined;
/** The folder of the cluster that belongs to `dataFolder`. */
export function clusterHome(dataFolder: string): string;
export function give(account: { uid: number; gid: number } | undefined, ...files: string[]): void;
/** Says that a database has been made in the data folder. */
export function markCreated(dataFolder: string): void;
/** Throws where one was made, which should be at `place`. */
export function refuseLost(dataFolder: string, place: string): void;
