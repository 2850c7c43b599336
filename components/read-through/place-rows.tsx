import { memo } from 'react';
import { Button, PlainButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import { readThroughText as text } from '@/lib/text/read-through/read-through';
import type { ShownPlace } from './shown-places';

/** More doesn't fit into a line. */
const MOST_SHOWN = 60;

export const rowId = (place: Pick<ShownPlace, 'number'>): string => `place-${place.number}`;

type CheckProps = { place: ShownPlace; isMarked: boolean; myName: string };

/** What has been said of a place: in words, shapes and colour. */
export function PlaceCheck({ place, isMarked, myName }: CheckProps) {
  const { readers, changedAt, isOwnText } = place;
  // Who finds it right now has no difference any more.
  const differences = place.differences.filter(({ isMine }) => !(isMine && isMarked));
  const names = [...readers, ...(isMarked ? [myName] : [])];
  if (differences.length > 0) {
    return (
      <span className="read-note">
        <Icon name="warning" />
        {text.noted(differences.map(({ name }) => name).join('、'))}
      </span>
    );
  }
  if (names.length > 0) {
    return (
      <span className="read-done">
        <Icon name="check" />
        {names.join('、')}
      </span>
    );
  }
  if (changedAt) {
    return (
      <span className="read-note">
        <Icon name="undo" />
        {text.changed(changedAt)}
      </span>
    );
  }
  return (
    <span className="read-open-mark">
      <Icon name={isOwnText ? 'info' : 'unread'} />
      {isOwnText ? text.ownText : text.unread}
    </span>
  );
}

type RowProps = CheckProps & { isGroupStart: boolean };

const GroupRow = ({ name }: { name: string }) => (
  <tr>
    <th scope="rowgroup" colSpan={5} className="read-group">
      {name}
    </th>
  </tr>
);

type ClosedRowProps = RowProps & { onOpen: (key: string) => void };

/** One line of the list. Keys move from row to row, so that its button is no stop of the Tab key. */
export const PlaceRow = memo(function PlaceRow({ place, isGroupStart, onOpen, ...check }: ClosedRowProps) {
  return (
    <>
      {isGroupStart && <GroupRow name={place.group} />}
      <tr id={rowId(place)} data-place={place.key} className="read-closed">
        <td className="num meta">{place.number}</td>
        <td>
          <PlainButton tabIndex={-1} onClick={() => onOpen(place.key)}>
            {place.label}
          </PlainButton>
        </td>
        <td className={place.isFigure ? 'num' : 'read-text'}>{place.value.slice(0, MOST_SHOWN)}</td>
        <td className="meta read-text">{place.source}</td>
        <td>
          <PlaceCheck place={place} {...check} />
        </td>
      </tr>
    </>
  );
});

type MoreRowProps = { place: ShownPlace | undefined; label: string; onOpen: (key: string) => void };

/** The way to rows that aren't drawn. */
export function MoreRow({ place, label, onOpen }: MoreRowProps) {
  if (!place) return null;
  return (
    <tr>
      <td colSpan={5}>
        <Button variant="text" onClick={() => onOpen(place.key)}>
          {label}
        </Button>
      </td>
    </tr>
  );
}

type OpenRowProps = RowProps & { children: React.ReactNode };

/** The place that is being read: what is printed beside what its source says. */
export function OpenPlaceRow({ place, isGroupStart, children, ...check }: OpenRowProps) {
  const { isFigure, value, sourceValue } = place;
  const shown = isFigure ? 'read-figure' : 'read-prose';
  return (
    <>
      {isGroupStart && <GroupRow name={place.group} />}
      <tr id={rowId(place)} data-place={place.key} tabIndex={0} aria-current="true" className="read-open">
        <td className="num">{place.number}</td>
        <td colSpan={4}>
          <div className={isFigure ? 'read-open-figure' : 'grid gap-2'}>
            <div>
              <b className="text-dns-16B-130">{place.label}</b>
              <p className="text-dns-14N-130 text-solid-gray-700">
                {text.source}：{place.source}
              </p>
              {place.sourceDetail && <p className="text-dns-14N-130 text-solid-gray-700">{place.sourceDetail}</p>}
            </div>
            <div>
              <p className="text-dns-14N-130 text-solid-gray-700">
                {isFigure ? text.printedHereThousand : text.printedHere}
              </p>
              <p className={shown}>{value}</p>
            </div>
            {(isFigure || sourceValue !== null) && (
              <div>
                <p className="text-dns-14N-130 text-solid-gray-700">{isFigure ? text.sourceThousand : text.source}</p>
                <p className={shown}>{sourceValue ?? value}</p>
              </div>
            )}
            <div className="grid content-start gap-2">
              <PlaceCheck place={place} {...check} />
              {sourceValue === null ? (
                <span className="read-done">
                  <Icon name="check" />
                  {text.same}
                </span>
              ) : (
                <span className="read-note">
                  <Icon name="warning" />
                  {text.differs}
                </span>
              )}
            </div>
          </div>
          {children}
        </td>
      </tr>
    </>
  );
}
