/** Something that the person at the keyboard can put right; its message says what. */
export class StartError extends Error {}

const SPACE = 'ディスクの空き容量が足りません。空きを作ってから、もう一度実行してください。';

type Failure = Partial<NodeJS.ErrnoException> & { stderr?: string };

export function explain(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const { code, message, stack, stderr, path } = (error ?? {}) as Failure;
  if (code === 'ENOSPC' || /no space left/i.test(`${message}${stderr ?? ''}`)) return SPACE;
  if (code === 'EACCES' || code === 'EROFS') return `書き込む権限がありません: ${path ?? message}`;
  if (code === 'EEXIST' || code === 'ENOTDIR') return `フォルダーではありません: ${path ?? message}`;
  return stack ?? String(error);
}

/** Programs that we run take these characters of a path for something else. */
export function refuseFolder(folder: string, characters: string): void {
  const found = [...characters].find((character) => folder.includes(character));
  if (found)
    throw new StartError(
      `フォルダーの名前に「${found}」があると動きません。名前を変えるか、別の場所に移してください: ${folder}`,
    );
}
