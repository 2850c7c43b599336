import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/text-input';
import { type EditionName, editionKey } from '@/lib/domain/edition/edition';
import { compareEditionsHref } from '@/lib/list-routes';
import { differencesText as text } from '@/lib/text/edition/differences';
import { editionNameText } from '@/lib/text/edition/edition';

/** From an edition to what it has that the one before it has not. */
export function CompareLink({ edition }: { edition: EditionName }) {
  const { year, number } = edition;
  if (number === 1) return null;
  return (
    <p className="print:hidden py-1">
      <a href={compareEditionsHref(year, { from: number - 1, to: number })} className="link">
        {text.withPrevious(edition)}
      </a>
    </p>
  );
}

type CompareFormProps = { year: number; editions: readonly EditionName[]; from: EditionName; to: EditionName };

/** A plain form: its answer is an address that can be kept and shared. */
export function CompareForm({ year, editions, ...chosen }: CompareFormProps) {
  const options = editions.map((edition) => ({ id: editionKey(edition), name: editionNameText(edition) }));
  return (
    <search className="print:hidden">
      <form
        method="get"
        autoComplete="off"
        action={compareEditionsHref(year)}
        aria-label={text.choice}
        className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} id={name} label={text[name]} compact>
            {(control) => <Select {...control} name={name} options={options} defaultValue={editionKey(chosen[name])} />}
          </Field>
        ))}
        <Button type="submit" worksAlone>
          {text.show}
        </Button>
      </form>
    </search>
  );
}
