export function commandPath(...names: string[]): string | undefined;
export function findBrowser(): Promise<string | undefined>;
export function launchOptions(executablePath?: string): {
  executablePath?: string;
  args: string[];
  ignoreDefaultArgs: string[];
};
export function findWindowlessBrowser(): string | undefined;
