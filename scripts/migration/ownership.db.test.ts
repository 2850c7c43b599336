import { afterEach, expect, it } from 'vitest';
import { testDatabase } from '../test/database';
import { isOwner, takeOver } from './ownership';

const database = testDatabase();
const query = (text: string) => database.owner.query(text);

const OBJECTS = ['TABLE entry_step', 'FUNCTION chain_step()', 'SCHEMA public'];
const give = async (role: string, objects: string[]) => {
  for (const object of objects) await query(`ALTER ${object} OWNER TO ${role}`);
};

/** Roles belong to the server that all tests share. */
const [first, second] = ['first', 'second'].map((name) => `${name}_${process.pid}`) as [string, string];
const makeRoles = () => query(`CREATE ROLE ${first}; CREATE ROLE ${second}`);
afterEach(async () => {
  await query('RESET ROLE');
  const { rows } = await query(`SELECT rolname FROM pg_roles WHERE rolname IN ('${first}', '${second}')`);
  for (const { rolname } of rows)
    await query(`REASSIGN OWNED BY ${rolname} TO postgres; DROP OWNED BY ${rolname}; DROP ROLE ${rolname}`);
});

const databaseName = async () => (await query('SELECT current_database() AS name')).rows[0].name;

it('takes the role of an ordinary start for no owner', async () => {
  expect(await isOwner(database.owner, 'yosan_app')).toBe(false);
});

it('takes the only role for the owner', async () => {
  expect(await isOwner(database.owner, undefined)).toBe(true);
});

it.each([...OBJECTS, 'DATABASE'])('takes the owner of one %s for an owner', async (object) => {
  await makeRoles();
  expect(await isOwner(database.owner, first)).toBe(false);
  await give(first, [object === 'DATABASE' ? `DATABASE ${await databaseName()}` : object]);
  expect(await isOwner(database.owner, first)).toBe(true);
});

it('takes a member of the owner, and a superuser, for an owner', async () => {
  await makeRoles();
  await give(second, ['TABLE entry_step']);
  await query(`GRANT ${second} TO ${first}`);
  expect(await isOwner(database.owner, first)).toBe(true);
  await query(`REVOKE ${second} FROM ${first}; ALTER ROLE ${first} SUPERUSER`);
  expect(await isOwner(database.owner, first)).toBe(true);
});

it('takes over everything as a superuser, and the triggers can be switched off no more', async () => {
  await makeRoles();
  await give(first, [...OBJECTS, `DATABASE ${await databaseName()}`]);
  await takeOver(database.owner, first);
  expect(await isOwner(database.owner, first)).toBe(false);
  await query(`SET ROLE ${first}`);
  await expect(query('ALTER TABLE entry_step DISABLE TRIGGER USER')).rejects.toThrow(/must be owner/);
});

it('takes over what a role owns that it is a member of', async () => {
  await makeRoles();
  await give(first, ['TABLE entry_step', 'FUNCTION chain_step()']);
  await query(`GRANT CREATE ON SCHEMA public TO ${first}; GRANT ${first} TO ${second}; SET ROLE ${second}`);
  await takeOver(database.owner, first);
  await query('RESET ROLE');
  expect(await isOwner(database.owner, first)).toBe(false);
});

it('leaves everything as it is when it may not take over all of it', async () => {
  await makeRoles();
  await give(first, [...OBJECTS, `DATABASE ${await databaseName()}`]);
  await query(`GRANT ${first} TO ${second}; SET ROLE ${second}`);
  await takeOver(database.owner, first);
  await query('RESET ROLE');
  const { rows } = await query(`SELECT relowner::regrole::text AS owner FROM pg_class WHERE relname = 'entry_step'`);
  expect([rows, await isOwner(database.owner, first)]).toEqual([[{ owner: first }], true]);
});
