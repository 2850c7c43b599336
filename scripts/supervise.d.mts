export function supervise(
  part: {
    name: string;
    isRunning(): boolean;
    isAnswering(): Promise<boolean>;
    hasRoom(): boolean;
    restart(): Promise<void>;
  },
  isStopping: () => boolean,
): Promise<void>;
