/** refused: wrong ID or password, which of them is not said. unavailable: no database. unreachable, failed: no answer. */
export type SignInRefusal = 'refused' | 'locked' | 'unavailable' | 'unreachable' | 'failed';
