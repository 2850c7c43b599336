import type { Actor } from '@/lib/domain/actor';
import { getNextEdition } from '@/lib/server/edition/next-edition';
import { setReadersNeeded } from '@/lib/server/read-through/read-through';
import { listOpenPoints } from '@/lib/server/year/open-points';
import { readerOf } from './actors';

/** For what is about publishing itself. */
export const publishWithoutReaders = (admin: Actor) =>
  setReadersNeeded.execute({ actor: admin, address: null }, { before: 1, after: 0 });

/** What the administrator sends who looked at everything, with these fields changed. */
export async function publishInputOf(admin: Actor, year: number, changes: object = {}) {
  const reader = readerOf(admin, 'edition.publish');
  const next = await getNextEdition(reader, year);
  const confirmed = await listOpenPoints(reader, year, next?.unread);
  return { year, seen: next?.seen ?? '', confirmed, reason: '', ...changes };
}
