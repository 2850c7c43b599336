import { type KeyboardEvent, useEffect, useRef } from 'react';
import { describedBy } from '@/components/ui/field-message';
import { TextInput } from '@/components/ui/text-input';
import { placeLabel } from '@/lib/text/entry-order';
import { type EntryOrder, placeId } from './use-entry-order';

type PlaceFieldProps = { entryId: string; name: string; place: number; error: string | undefined; order: EntryOrder };

/** The place as a number. Another one moves the entry when the field is left; a button that is being pressed takes it itself. */
export function PlaceField({ entryId, name, place, error, order }: PlaceFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const id = placeId(entryId);

  useEffect(() => {
    if (input.current) input.current.value = String(place);
  }, [place]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    order.enter(entryId);
  };

  return (
    <TextInput
      id={id}
      ref={input}
      numeric
      defaultValue={place}
      maxLength={4}
      aria-label={placeLabel(name)}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, { error })}
      className="w-16!"
      onInput={({ currentTarget }) => order.type(entryId, currentTarget.value)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onKeyDown={onKeyDown}
      onBlur={order.leave}
    />
  );
}
