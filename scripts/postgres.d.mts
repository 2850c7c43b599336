export type RunningPostgres = {
  port: number;
  cluster: string;
  isNew: boolean;
  passwords: { postgres: string; yosan_app: string };
  url(role: 'postgres' | 'yosan_app', database: string): string;
  stop(): Promise<void>;
  /** Ends what is left of it and starts it again on the same port. */
  restart(): Promise<void>;
  isRunning(): boolean;
  isAnswering(): Promise<boolean>;
  hasRoom(): boolean;
};

export function freePort(): Promise<number>;
export function startPostgres(
  dataFolder: string,
  options?: { temporary?: boolean; onSpawn?: (stop: () => Promise<void>) => void },
): Promise<RunningPostgres>;
