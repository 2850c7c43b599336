import { isLocked, type SignInRefusal } from '@/lib/domain/sign-in';

const BASE = '/api/auth';

/**
 * What next-auth/react's signIn() does for credentials, without its 10 KB.
 * @returns null when signed in.
 */
export async function requestSignIn(loginId: string, password: string): Promise<SignInRefusal | null> {
  try {
    const { csrfToken } = await (await fetch(`${BASE}/csrf`)).json();
    const body = new URLSearchParams({ csrfToken, loginId, password, callbackUrl: '/', json: 'true' });
    const answer = await fetch(`${BASE}/callback/credentials`, { method: 'POST', body });
    const { url } = await answer.json();
    const error = new URL(url, window.location.href).searchParams.get('error');
    if (answer.ok && error === null) return new URL(url, window.location.href).pathname === '/' ? null : 'failed';
    if (isLocked(error) || error === 'expired' || error === 'unavailable') return error;
    return error === 'CredentialsSignin' ? 'refused' : 'failed';
  } catch (error) {
    return error instanceof TypeError ? 'unreachable' : 'failed';
  }
}
