/** Whom PostgreSQL runs as when this process is root. */
export function serverAccount(): { uid: number; gid: number } | undefined;
