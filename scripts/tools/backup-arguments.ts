import path from 'node:path';
import { DatabaseError } from 'pg';
import { MigrationRefused } from '../migration/migrations';
import { BackupRefused } from './backup-file';
import { databaseErrorText } from './database-error';

const FILE_ERRORS: Record<string, string> = {
  ENOSPC: 'ディスクの空き容量が足りません',
  EDQUOT: 'ディスクの空き容量が足りません',
  EACCES: '権限がありません',
  EPERM: '権限がありません',
  EROFS: '書き込めない場所です',
  ENOENT: 'ファイルかフォルダーがありません',
  ENOTDIR: 'フォルダーではありません',
  EISDIR: 'フォルダーです。ファイルの名前まで指定してください',
  EIO: 'ディスクを読み書きできません',
};

/** The one argument, as seen from where the command was typed. */
export function fileArgument(command: string): string {
  const [file, ...others] = process.argv.slice(2);
  if (!file || file.startsWith('-') || others.length > 0)
    throw new BackupRefused(`使い方: npm run ${command} -- ファイル`);
  return path.resolve(process.env.INIT_CWD ?? '.', file);
}

export function explain(error: unknown): unknown {
  if (error instanceof BackupRefused || error instanceof MigrationRefused) return error.message;
  const { code, syscall, path: place } = error as NodeJS.ErrnoException;
  const ofFile = syscall === 'connect' ? undefined : FILE_ERRORS[code ?? ''];
  if (ofFile) return `${ofFile}${place ? `: ${place}` : '。'}`;
  return databaseErrorText(error) ?? (error instanceof DatabaseError ? `データベース: ${error.message}` : error);
}
