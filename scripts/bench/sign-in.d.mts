/** @returns the Cookie header of the session. */
export function signIn(origin: string, account: { loginId: string; password: string }): Promise<string>;
