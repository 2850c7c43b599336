export type RunningServer = {
  identity: { pid: number; start: string };
  isRunning(): boolean;
  isAnswering(): Promise<boolean>;
  stop(): Promise<void>;
};

export function startServer(options: {
  folder: string | undefined;
  env: NodeJS.ProcessEnv;
  patience?: number;
  isQuiet?: boolean;
  /** A file that gets what it prints. */
  output?: number;
  account?: { uid: number; gid: number } | undefined;
  /** The program that runs it, where the account may not run this one. */
  node?: string;
  onSpawn?: (server: RunningServer) => void;
}): Promise<RunningServer>;
