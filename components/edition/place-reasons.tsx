import { useKeptTexts } from '@/components/form/use-kept-texts';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { PlaceReason, PlaceToCorrect } from '@/lib/domain/edition/difference';
import { PROSE_LIMIT } from '@/lib/domain/entry/entry-field-table';
import { editionDocumentText } from '@/lib/text/edition/edition';
import { publishText as text } from '@/lib/text/edition/publish';

const keyOf = ({ document, place }: PlaceToCorrect): string => `${document} ${place}`;

/** Reasons of single places of a 正誤表. They stay on this device until it is published. */
export function usePlaceReasons(year: number, places: readonly PlaceToCorrect[]) {
  const keys = new Set(places.map(keyOf));
  const kept = useKeptTexts({ what: `errata:${year}`, isPending: (key) => keys.has(key) });
  return {
    ...kept,
    places,
    /** As the command takes them. */
    given: (): PlaceReason[] =>
      places.flatMap((place) => {
        const reason = kept.typed[keyOf(place)];
        return reason ? [{ ...place, reason }] : [];
      }),
  };
}

/** Folded: most corrections have one reason. */
export function PlaceReasons({ of: { places, typed, keep, forget } }: { of: ReturnType<typeof usePlaceReasons> }) {
  if (places.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="link w-fit">
        {text.placeReasons}
        <span aria-hidden="true">▾</span>
      </summary>
      <p className="mt-2">{text.placeReasonsSupport}</p>
      <ul className="mt-2 grid gap-4">
        {places.map((place, index) => (
          <li key={keyOf(place)}>
            <Field
              id={`place-reason-${index}`}
              label={text.placeReason(`${editionDocumentText[place.document]}　${place.place}`)}
            >
              {(control) => (
                <TextInput
                  {...control}
                  autoComplete="off"
                  maxLength={PROSE_LIMIT}
                  value={typed[keyOf(place)] ?? ''}
                  onChange={({ target: { value } }) =>
                    value === '' ? forget(keyOf(place)) : keep(keyOf(place), value)
                  }
                />
              )}
            </Field>
          </li>
        ))}
      </ul>
    </details>
  );
}
