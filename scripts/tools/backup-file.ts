// A backup in one file: gzip over lines. The first says what follows, then come each table's rows as COPY writes them, and
// the last is a SHA-256 of all before it.
import { createHash, type Hash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import * as z from 'zod';

/** What the person at the keyboard can do something about; its message says what. */
export class BackupRefused extends Error {}

const FORMAT = 'yosan-hensei-backup-1';
const LONGEST_HEADER = 1e6;
const NEWLINE = 10;

const header = z.object({
  format: z.literal(FORMAT),
  createdAt: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(z.string()),
  history: z.object({ digest: z.string(), chains: z.int(), until: z.iso.datetime() }),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int() })),
});
export type BackupHeader = z.infer<typeof header>;
type BackupTable = BackupHeader['tables'][number];

const damaged = (file: string) =>
  new BackupRefused(
    `バックアップのファイルが途中で切れているか、壊れています: ${file}\n別の日のファイルを使ってください。`,
  );
const foreign = (file: string) => new BackupRefused(`予算編成のバックアップのファイルではありません: ${file}`);

/** The file's text, a piece at a time. */
async function* inflated(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const source = createReadStream(file).on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('Z_')) throw error;
    throw message === 'incorrect header check' ? foreign(file) : damaged(file);
  } finally {
    source.destroy();
  }
}

class Lines {
  private rest: Buffer = Buffer.alloc(0);
  private readonly pieces: AsyncGenerator<Buffer>;
  readonly hash: Hash = createHash('sha256');

  constructor(private readonly file: string) {
    this.pieces = inflated(file);
  }

  /** The next lines as they come, not one by one. */
  async *take(lines: number): AsyncGenerator<Buffer> {
    for (let left = lines; left > 0; ) {
      if (this.rest.length === 0) {
        const next = await this.pieces.next();
        if (next.done) throw damaged(this.file);
        this.rest = next.value;
      }
      let end = 0;
      for (let at = 0; left > 0 && at >= 0; ) {
        at = this.rest.indexOf(NEWLINE, end);
        end = at < 0 ? this.rest.length : at + 1;
        if (at >= 0) left -= 1;
      }
      const piece = this.rest.subarray(0, end);
      this.rest = this.rest.subarray(end);
      this.hash.update(piece);
      yield piece;
    }
  }

  async line(): Promise<string> {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of this.take(1)) {
      pieces.push(piece);
      length += piece.length;
      if (length > LONGEST_HEADER) throw foreign(this.file);
    }
    return Buffer.concat(pieces).toString().trimEnd();
  }

  async isAtEnd(): Promise<boolean> {
    return this.rest.length === 0 && (await this.pieces.next()).done === true;
  }

  close(): Promise<unknown> {
    return this.pieces.return(undefined);
  }
}

async function readHeader(lines: Lines, file: string): Promise<BackupHeader> {
  const line = await lines.line();
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw foreign(file);
  }
  const format = z.object({ format: z.string() }).safeParse(parsed).data?.format;
  if (!format?.startsWith('yosan-hensei-backup-')) throw foreign(file);
  if (format !== FORMAT)
    throw new BackupRefused(`このバックアップは、より新しいプログラムで作成されています（${format}）。`);
  return header.parse(parsed);
}

/** Reads the whole file, whose last line has to fit. `use` gets each table's rows, and has to take them all. */
export async function readBackup(
  file: string,
  use: (table: BackupTable, rows: AsyncGenerator<Buffer>) => Promise<void> = takeRows,
): Promise<BackupHeader> {
  const lines = new Lines(file);
  try {
    const found = await readHeader(lines, file);
    for (const table of found.tables) await use(table, lines.take(table.rows));
    const hash = lines.hash.copy().digest('hex');
    if ((await lines.line()) !== hash || !(await lines.isAtEnd())) throw damaged(file);
    return found;
  } finally {
    await lines.close();
  }
}

async function takeRows(_table: BackupTable, rows: AsyncGenerator<Buffer>): Promise<void> {
  for await (const _ of rows);
}

async function* withHash(texts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const text of texts) {
    hash.update(text);
    yield text;
  }
  yield Buffer.from(`${hash.digest('hex')}\n`);
}

/** The name too is on the disk then; not every file system can promise that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Under its own name the file is whole, on the disk, and was read back; what was there before is never overwritten. */
export async function writeBackup(
  file: string,
  found: Omit<BackupHeader, 'format'>,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  if (existsSync(file)) throw new BackupRefused(`同じ名前のファイルがすでにあります: ${file}`);
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  async function* texts(): AsyncGenerator<Buffer> {
    yield Buffer.from(`${JSON.stringify({ format: FORMAT, ...found })}\n`);
    yield* rows;
  }
  try {
    await pipeline(withHash(texts()), createGzip(), createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }));
    await readBackup(part);
    await rename(part, file);
    await syncFolder(path.dirname(file)).catch(() => undefined);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
