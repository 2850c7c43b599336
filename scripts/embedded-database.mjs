import { dataFolder } from './data-folder.mjs';
import { runningLauncher, takeLock } from './launcher-lock.mjs';
import { startPostgres } from './postgres.mjs';
import { markCreated, refuseLost } from './postgres-home.mjs';
import { pause } from './process-identity.mjs';
import { StartError } from './start-error.mjs';

export const DATABASE = 'yosan';

const WRONG_PASSWORD = '28P01';
const NEW_PASSWORD =
  'データのフォルダーの owner-password が、データベースのパスワードと違います。このファイルを消して起動すると、新しいパスワードになります。';

/** The roles and the database: the owner migrates, the app's role does the rest. */
export async function createDatabase(postgres, database = DATABASE, beforeMaking = () => undefined) {
  const { default: pg } = await import('pg');
  const client = new pg.Client(postgres.url('postgres', 'postgres'));
  await client.connect().catch((error) => {
    throw error.code === WRONG_PASSWORD ? new StartError(NEW_PASSWORD) : error;
  });
  try {
    const has = async (query, value) => (await client.query(query, [value])).rowCount > 0;
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
export async function prepareEmbedded(postgres, folder) {
  await createDatabase(postgres, DATABASE, () => refuseLost(folder, `${postgres.cluster}（${DATABASE}）`));
  markCreated(folder);
}

export const urlsOf = (postgres, database = DATABASE) => ({
  DATABASE_URL: postgres.url('yosan_app', database),
  DATABASE_OWNER_URL: postgres.url('postgres', database),
});

/** Runs `work` with the embedded database's addresses: that of a running launcher, else started for the while. */
export async function withEmbeddedDatabase(work) {
  let lock = takeLock(dataFolder);
  for (let tries = 0; lock.holder && tries < 300; tries += 1) {
    const running = runningLauncher(dataFolder);
    if (running?.database) return work(running.database);
    await pause(200);
    if (!running) lock = takeLock(dataFolder);
  }
  if (lock.holder) throw new Error('データベースが使用中です。しばらくしてから、もう一度実行してください。');
  const postgres = await startPostgres(dataFolder);
  try {
    await prepareEmbedded(postgres, dataFolder);
    return await work(urlsOf(postgres));
  } finally {
    await postgres.stop();
    lock.release();
  }
}
