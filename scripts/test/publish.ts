import type { Actor } from '@/lib/domain/actor';
import { getNextEdition, getReading } from '@/lib/server/edition/next-edition';
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
  const reading = next && (await getReading(reader, next));
  const confirmed = await listOpenPoints(reader, year, reading?.ok ? reading.value.unread : 0);
  return { year, seen: next?.seen ?? '', confirmed, reason: '', ...changes };
}

/** How many places of the year's next edition haven't been read enough. */
export async function unreadOf(admin: Actor, year: number): Promise<number> {
  const { confirmed } = await publishInputOf(admin, year);
  return confirmed.find(({ kind }) => kind === 'unread')?.value ?? 0;
}
