import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select, TextInput } from '@/components/ui/text-input';
import type { Choice } from '@/lib/domain/choice';
import { filterText } from '@/lib/text/ui';

type FilterField<Name extends string> = { name: Name; label: string } & (
  | { options: readonly Choice[] }
  | { type: 'date' | 'search' }
);

type FilterFormProps<Name extends string> = {
  /** The page without filters. */
  action: string;
  label: string;
  fields: readonly FilterField<Name>[];
  values: Readonly<Record<Name, string | null>>;
};

/** A plain form: its answer is an address that can be kept. */
export function FilterForm<Name extends string>({ action, label, fields, values }: FilterFormProps<Name>) {
  const isFiltered = fields.some(({ name }) => values[name]);
  return (
    <search className="print:hidden">
      <form
        method="get"
        autoComplete="off"
        action={action}
        aria-label={label}
        className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        {fields.map((field) => (
          <Field key={field.name} id={field.name} label={field.label} compact>
            {(control) => {
              const given = { ...control, name: field.name, defaultValue: values[field.name] ?? '' };
              return 'options' in field ? (
                <Select {...given} emptyLabel={filterText.all} options={field.options} />
              ) : (
                <TextInput {...given} type={field.type} />
              );
            }}
          </Field>
        ))}
        <Button type="submit" worksAlone>
          {filterText.apply}
        </Button>
        {isFiltered && (
          <a href={action} className="link py-1.5">
            {filterText.clear}
          </a>
        )}
      </form>
    </search>
  );
}
