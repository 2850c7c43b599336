import pg from 'pg';

/** What of the database has an owner who could get round the append-only tables, each as ALTER names it. */
const OWNED = `
  SELECT format('DATABASE %I', datname) AS object, datdba AS owner FROM pg_database WHERE datname = current_database()
  UNION ALL SELECT 'SCHEMA public', nspowner FROM pg_namespace WHERE nspname = 'public'
  UNION ALL SELECT format('TABLE %s', oid::regclass), relowner FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
  UNION ALL SELECT format('ROUTINE %s', oid::regprocedure), proowner FROM pg_proc WHERE pronamespace = 'public'::regnamespace`;

/** Whether a role can switch the protection of the histories off: it owns something, is in a role that does, or is a superuser. */
export async function isOwner(client: pg.Client, role: string | undefined): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT bool_or(pg_has_role(coalesce($1, current_user), owner, 'MEMBER')) AS "isOwner" FROM (${OWNED}) AS owned`,
    [role],
  );
  return rows[0]?.isOwner === true;
}

/**
 * Takes over what the app's role owns from a time when it was the only one. All of it or, where the owner's role may not,
 * nothing: then the start says so.
 */
export async function takeOver(client: pg.Client, appRole: string): Promise<void> {
  const { rows } = await client.query(
    `SELECT object FROM (${OWNED}) AS owned WHERE owner = (SELECT oid FROM pg_roles WHERE rolname = $1)`,
    [appRole],
  );
  const objects = (rows as { object: string }[]).map(({ object }) => object);
  if (objects.length === 0) return;
  try {
    // One text is one transaction.
    await client.query(objects.map((object) => `ALTER ${object} OWNER TO CURRENT_USER`).join(';'));
    console.log(`データベースの所有者を「${appRole}」から DATABASE_OWNER_URL の利用者に変更しました。`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '42501')) throw error;
  }
}
