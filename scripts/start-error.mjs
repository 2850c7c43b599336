/** Something that the person at the keyboard can put right; its message says what. */
export class StartError extends Error {}

const SPACE = 'ディスクの空き容量が足りません。空きを作ってから、もう一度実行してください。';

export function explain(error) {
  if (error instanceof StartError) return error.message;
  if (error?.code === 'ENOSPC' || /no space left/i.test(`${error?.message}${error?.stderr ?? ''}`)) return SPACE;
  if (error?.code === 'EACCES' || error?.code === 'EROFS')
    return `書き込む権限がありません: ${error.path ?? error.message}`;
  if (error?.code === 'EEXIST' || error?.code === 'ENOTDIR')
    return `フォルダーではありません: ${error.path ?? error.message}`;
  return error?.stack ?? String(error);
}
