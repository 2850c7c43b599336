'use server';

import { action } from '@/lib/server/gate/action';
import {
  dropNote,
  markPlaces,
  noteDifference,
  setReadersNeeded,
  unmarkPlace,
} from '@/lib/server/read-through/read-through';

export const markPlacesAction = action(markPlaces);
export const unmarkPlaceAction = action(unmarkPlace);
export const noteDifferenceAction = action(noteDifference);
export const dropNoteAction = action(dropNote);
export const setReadersNeededAction = action(setReadersNeeded);
