import pg from 'pg';
import { v7 } from 'uuid';
import { saveOnce } from '../../../statements';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

/** The statements of a save behind a bare route: no session, no schema, no rules. */
export async function POST(request: Request): Promise<Response> {
  const input = await request.json();
  const client = await pool.connect();
  try {
    await saveOnce(client, { ...input, newId: v7 });
  } finally {
    client.release();
  }
  return Response.json({ version: input.version + 1 });
}
