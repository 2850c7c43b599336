import type { EditionName } from '@/lib/domain/edition/edition';
import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import type { Mark, MarkedPlace, ReadersNeeded } from './mark';
import type { Place } from './place';

/** Where a figure or text was taken from. `at` is an ISO instant. */
export type Origin =
  | { kind: 'entry'; version: number; status: EntryStatus; at: string }
  | { kind: 'settings' }
  | { kind: 'recorded' }
  | { kind: 'edition'; edition: EditionName }
  | { kind: 'lastYear'; year: number }
  | { kind: 'saidNew' }
  | { kind: 'recordedLastYear' }
  | { kind: 'computed' };

export type PlaceSource = {
  origin: Origin;
  /** Accounts. */
  typists: string[];
  /** ISO instant; null: it was never changed here. */
  changedAt: string | null;
};

/** A place with its source and its marks. */
export type ReadPlace = Omit<Place, 'source'> & PlaceSource & Pick<MarkedPlace, 'seen'> & { marks: Mark[] };

export type ReadThrough = {
  year: number;
  isOpen: boolean;
  readersNeeded: ReadersNeeded;
  places: ReadPlace[];
};
