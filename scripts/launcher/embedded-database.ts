import { dataFolder } from './folders';
import { type DatabaseUrls, runningLauncher, takeLock } from './launcher-lock';
import { type RunningPostgres, startPostgres } from './postgres';
import { markCreated, refuseLost } from './postgres-home';
import { pause } from './process-identity';
import { StartError } from './start-error';

export const DATABASE = 'yosan';

const WRONG_PASSWORD = '28P01';
const NEW_PASSWORD =
  'データのフォルダーの owner-password が、データベースのパスワードと違います。このファイルを消して起動すると、新しいパスワードになります。';

/** The roles and the database: the owner migrates, the app's role does the rest. */
export async function createDatabase(
  postgres: RunningPostgres,
  database = DATABASE,
  beforeMaking = () => {},
): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(postgres.url('postgres', 'postgres'));
  await client.connect().catch((error) => {
    throw error.code === WRONG_PASSWORD ? new StartError(NEW_PASSWORD) : error;
  });
  try {
    const has = async (query: string, value: string) => Boolean((await client.query(query, [value])).rowCount);
    if (!(await has('SELECT 1 FROM pg_roles WHERE rolname = $1', 'yosan_app')))
      await client.query(`CREATE ROLE yosan_app LOGIN PASSWORD '${postgres.passwords.yosan_app}'`);
    if (!(await has('SELECT 1 FROM pg_database WHERE datname = $1', database))) {
      beforeMaking();
      await client.query(`CREATE DATABASE ${database}`);
    }
  } finally {
    await client.end();
  }
}

/** Makes what a first start needs; what was there once has to be there still. */
export async function prepareEmbedded(postgres: RunningPostgres, folder: string): Promise<void> {
  await createDatabase(postgres, DATABASE, () => refuseLost(folder, `${postgres.cluster}（${DATABASE}）`));
  markCreated(folder);
}

export const urlsOf = (postgres: RunningPostgres, database = DATABASE): DatabaseUrls => ({
  DATABASE_URL: postgres.url('yosan_app', database),
  DATABASE_OWNER_URL: postgres.url('postgres', database),
});

/** Runs `work` with the embedded database's addresses: that of a running launcher, else started for the while. */
export async function withEmbeddedDatabase<Result>(work: (urls: DatabaseUrls) => Promise<Result>): Promise<Result> {
  let taken = takeLock(dataFolder);
  for (let tries = 0; taken.holder && tries < 300; tries += 1) {
    const running = runningLauncher(dataFolder);
    if (running?.database) return work(running.database);
    await pause(200);
    if (!running) taken = takeLock(dataFolder);
  }
  if (taken.holder) throw new Error('データベースが使用中です。しばらくしてから、もう一度実行してください。');
  const postgres = await startPostgres(dataFolder);
  try {
    await prepareEmbedded(postgres, dataFolder);
    return await work(urlsOf(postgres));
  } finally {
    await postgres.stop();
    taken.lock.release();
  }
}
