import { createHash } from 'node:crypto';
import type { Place } from '@/lib/domain/read-through/place';
import type { PlaceInput } from './places/place-input';
import { placesOf } from './places/places';

/** `seen`: of what is printed there and of what its source says: a mark counts as long as both stay as they were. */
export type SeenPlace = Place & { seen: string };
/** As much of it as marks need. */
export type PlaceKey = Pick<SeenPlace, 'key' | 'source' | 'seen'>;

const seenAt = ({ value, sourceValue }: Place): string =>
  createHash('sha256')
    .update(JSON.stringify([value, sourceValue]))
    .digest('hex')
    .slice(0, 32);

export const seenPlaces = (input: PlaceInput): SeenPlace[] =>
  placesOf(input).map((place) => ({ ...place, seen: seenAt(place) }));

export const keysOf = (places: readonly SeenPlace[]): PlaceKey[] =>
  places.map(({ key, source, seen }) => ({ key, source, seen }));
