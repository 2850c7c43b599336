import { problemOfReply, type Reply } from '@/lib/domain/answer';
import { isLocked, type SignInRefusal } from '@/lib/domain/sign-in';

const BASE = '/api/auth';

/** What came in place of an answer, in the words of the sign-in. */
function refusalOf(reply: Reply | null): SignInRefusal {
  const problem = problemOfReply(reply);
  if (problem === 'unreachable') return problem;
  return problem === 'unavailable' || problem === 'busy' ? 'unavailable' : 'failed';
}

/**
 * What next-auth/react's signIn() does for credentials, without its 10 KB.
 * @returns null when signed in.
 */
export async function requestSignIn(loginId: string, password: string): Promise<SignInRefusal | null> {
  let reply: Reply | null = null;
  const ask = async (path: string, body?: URLSearchParams) => {
    reply = null;
    const answer = await fetch(`${BASE}/${path}`, body && { method: 'POST', body });
    reply = { status: answer.status };
    return { isOk: answer.ok, said: await answer.json() };
  };
  try {
    const { csrfToken } = (await ask('csrf')).said;
    const body = new URLSearchParams({ csrfToken, loginId, password, callbackUrl: '/', json: 'true' });
    const { isOk, said } = await ask('callback/credentials', body);
    const { pathname, searchParams } = new URL(said.url, window.location.href);
    const error = searchParams.get('error');
    if (error === null) return isOk && pathname === '/' ? null : 'failed';
    if (isLocked(error) || error === 'expired' || error === 'unavailable') return error;
    return error === 'CredentialsSignin' ? 'refused' : 'failed';
  } catch {
    return refusalOf(reply);
  }
}
