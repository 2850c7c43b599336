import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { Choice } from '@/lib/domain/choice';
import { isFilteredSecurity, SECURITY_EVENT_KINDS, type SecurityFilter } from '@/lib/domain/security-event';
import { securityKindText, securityText as text } from '@/lib/text/security';

const KINDS: readonly Choice[] = SECURITY_EVENT_KINDS.map((kind) => ({ id: kind, name: securityKindText[kind] }));

type SecurityFiltersProps = { filter: SecurityFilter; people: readonly Choice[] };

/** A plain form: its answer is an address that can be kept. */
export function SecurityFilters({ filter, people }: SecurityFiltersProps) {
  const choices = [
    { name: 'kind', options: KINDS },
    { name: 'person', options: people },
  ] as const;
  return (
    <search className="print:hidden">
      <form
        method="get"
        autoComplete="off"
        action="/admin/security"
        aria-label={text.filters}
        className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        {choices.map(({ name, options }) => (
          <Field key={name} id={name} label={text[name]} compact>
            {(control) => (
              <Select
                {...control}
                name={name}
                emptyLabel={text.all}
                options={options}
                defaultValue={filter[name] ?? ''}
              />
            )}
          </Field>
        ))}
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} id={name} label={text[name]} compact>
            {(control) => <TextInput {...control} name={name} type="date" defaultValue={filter[name] ?? ''} />}
          </Field>
        ))}
        <Button type="submit">{text.apply}</Button>
        {isFilteredSecurity(filter) && (
          <a href="/admin/security" className="link py-1.5">
            {text.clear}
          </a>
        )}
      </form>
    </search>
  );
}
