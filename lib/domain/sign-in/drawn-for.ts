import type { Actor } from '@/lib/domain/actor';

/** The request header in which an action says for which account and ward its page was drawn. */
export const DRAWN_FOR_HEADER = 'x-drawn-for';

export const drawnFor = ({ accountId, wardId }: Pick<Actor, 'accountId' | 'wardId'>): string =>
  `${accountId} ${wardId}`;
