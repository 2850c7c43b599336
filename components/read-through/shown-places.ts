import { countedMarks, currentMarks, differences, isReadEnough } from '@/lib/domain/read-through/mark';
import { isSame, type ReadDocumentKind } from '@/lib/domain/read-through/place';
import type { ReadThrough } from '@/lib/domain/read-through/read-through';
import { formatShortDateTime, formatTime } from '@/lib/text/format';
import { originDetail, originText, placeText } from '@/lib/text/read-through/read-through';

/** A place as the screen shows it to one person, in words. */
export type ShownPlace = {
  key: string;
  number: number;
  document: ReadDocumentKind;
  group: string;
  label: string;
  isFigure: boolean;
  value: string;
  /** null: it says the same. */
  sourceValue: string | null;
  source: string;
  sourceDetail: string;
  seen: string;
  /** The person typed it, and can't mark it. */
  isOwnText: boolean;
  isMarkedByMe: boolean;
  /** Marks of others that count. */
  readers: string[];
  isEnough: boolean;
  /** When its source changed after somebody had marked it. */
  changedAt: string | null;
  differences: { accountId: string; name: string; note: string; isMine: boolean; isLeft: boolean }[];
};

/** Of today the time alone. */
function timeText(iso: string, now: Date): string {
  const at = new Date(iso);
  const isToday = formatShortDateTime(at).split(' ')[0] === formatShortDateTime(now).split(' ')[0];
  return isToday ? formatTime(at) : formatShortDateTime(at);
}

export function shownPlaces({ places, readersNeeded }: ReadThrough, me: string, now: Date): ShownPlace[] {
  const ofTotal = places.find(({ what }) => what === 'totalLabel')?.value ?? '';
  return places.map((place, index) => {
    const counted = countedMarks(place);
    const current = currentMarks(place);
    const isStale = current.length === 0 && place.marks.length > 0;
    return {
      key: place.key,
      number: index + 1,
      document: place.document,
      group: place.group,
      label: placeText(place, ofTotal),
      isFigure: place.isFigure,
      value: place.value,
      sourceValue: isSame(place) ? null : place.sourceValue,
      source: originText(place.origin),
      sourceDetail: originDetail(place.origin),
      seen: place.seen,
      isOwnText: place.typists.includes(me),
      isMarkedByMe: counted.some(({ accountId }) => accountId === me),
      readers: counted
        .filter(({ accountId }) => accountId !== me)
        .map(({ name, at }) => `${name} ${timeText(at, now)}`),
      isEnough: isReadEnough(place, Math.max(readersNeeded, 1)),
      changedAt: isStale ? timeText(place.changedAt ?? place.marks.at(-1)?.at ?? '', now) : null,
      differences: differences(place).map(({ name, note, accountId, isLeft }) => ({
        accountId,
        isLeft,
        name,
        note: note ?? '',
        isMine: accountId === me,
      })),
    };
  });
}
