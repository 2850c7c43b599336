import { type Answer, send } from './load';

const cookiesOf = ({ headers }: Answer) => (headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? '');

/** Signs in over HTTP as a browser does. @returns the Cookie header of the session. */
export async function signIn(
  origin: string,
  { loginId, password }: { loginId: string; password: string },
): Promise<string> {
  const csrf = await send(`${origin}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(csrf.body.toString());
  const answer = await send(`${origin}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesOf(csrf).join('; '), origin },
    body: new URLSearchParams({ csrfToken, loginId, password, json: 'true' }).toString(),
  });
  const session = cookiesOf(answer).find((cookie) => cookie.includes('session-token'));
  if (!session) throw new Error(`sign-in failed: ${answer.status}`);
  return session;
}
