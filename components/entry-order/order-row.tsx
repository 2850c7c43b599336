import { Button } from '@/components/ui/button';
import { ErrorText } from '@/components/ui/field-message';
import type { OrderedEntry } from '@/lib/domain/entry-order';
import type { Direction } from '@/lib/domain/reorder';
import { downLabel, storedPlaceText, entryOrderText as text, upLabel } from '@/lib/text/entry-order';
import { PlaceField } from './place-field';
import { type EntryOrder, moveId, placeId } from './use-entry-order';

/** `place` of `count` in the category. */
type OrderRowProps = { entry: OrderedEntry; place: number; count: number; order: EntryOrder };

/** What is said about a row widens no column. */
const TAKES_NO_WIDTH = 'w-0 min-w-full';

/** Only what does something: a category's first entry can't go up, its last one can't go down, a single one has one place. */
export function OrderRow({ entry, place, count, order }: OrderRowProps) {
  const { id, name } = entry;
  const error = order.wrong?.id === id ? order.wrong.message : undefined;
  const storedPlace = order.storedPlace(id, place);
  const button = (direction: Direction, label: string) => (
    <Button
      id={moveId(direction, id)}
      aria-label={label}
      onClick={({ detail }) => order.step(id, direction, detail > 1)}
      className={direction === 'down' ? 'col-start-2' : ''}
    >
      {text[direction]}
    </Button>
  );
  return (
    <tr>
      <td>
        {count > 1 ? (
          <PlaceField entryId={id} name={name} place={place} error={error} order={order} />
        ) : (
          <span>{place}</span>
        )}
      </td>
      <th scope="row">
        <span>{name}</span>
        <div className={TAKES_NO_WIDTH}>
          {storedPlace !== null && <p className="text-dns-14N-130">{storedPlaceText(storedPlace)}</p>}
          <ErrorText id={placeId(id)}>{error}</ErrorText>
        </div>
      </th>
      <td>
        <div className="grid grid-cols-[3.75rem_3.75rem] gap-x-3">
          {place > 1 && button('up', upLabel(name))}
          {place < count && button('down', downLabel(name))}
        </div>
      </td>
      <td>{entry.departmentName}</td>
      <td className="nowrap">{entry.isPriority ? text.isPriority : text.notPriority}</td>
    </tr>
  );
}
