export class StartError extends Error {}

export type RunningPostgres = {
  port: number;
  cluster: string;
  passwords: { owner: string; app: string };
  url(role: 'postgres' | 'yosan_app', database: string): string;
  stop(): Promise<void>;
};

export function freePort(): Promise<number>;
export function startPostgres(dataFolder: string, options?: { temporary?: boolean }): Promise<RunningPostgres>;
