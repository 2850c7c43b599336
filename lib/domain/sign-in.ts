/** refused: wrong ID or password, which of them is not said. unreachable, failed: the server gave no answer. */
export type SignInRefusal = 'refused' | 'locked' | 'unreachable' | 'failed';
