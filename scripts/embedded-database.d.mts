import type { RunningPostgres } from './postgres.mjs';

export function createDatabase(postgres: RunningPostgres, database?: string, beforeMaking?: () => void): Promise<void>;
export function prepareEmbedded(postgres: RunningPostgres, dataFolder: string): Promise<void>;
export function urlsOf(
  postgres: RunningPostgres,
  database?: string,
): { DATABASE_URL: string; DATABASE_OWNER_URL: string };
