import type { ComponentProps, ReactNode } from 'react';
import { ChoiceGroup } from './choice-group';
import type { FieldMessages } from './field-message';
import type { SelectOption } from './select';

type RadioGroupProps = FieldMessages &
  Omit<ComponentProps<'input'>, 'type' | 'id' | 'size' | 'value' | 'disabled' | 'readOnly'> & {
    id: string;
    name: string;
    legend: ReactNode;
    required?: boolean | undefined;
    options: readonly SelectOption[];
  };

/** `<RadioGroup id="role" legend="役割" options={…} {...register('role')} />`; the first button carries the id. */
export function RadioGroup({
  id,
  legend,
  required,
  options,
  support,
  error,
  defaultValue,
  ...control
}: RadioGroupProps) {
  return (
    <ChoiceGroup id={id} legend={legend} required={required} support={support} error={error}>
      {options.map(({ value, label }, index) => {
        const optionId = index === 0 ? id : `${id}-${value}`;
        return (
          <span key={value} className="inline-flex min-h-9 items-center gap-2">
            <input
              {...control}
              {...(defaultValue === undefined ? {} : { defaultChecked: defaultValue === value })}
              id={optionId}
              type="radio"
              value={value}
              className="size-6 shrink-0 accent-key-900"
            />
            <label htmlFor={optionId} className="py-1.5 text-dns-16N-130">
              {label}
            </label>
          </span>
        );
      })}
    </ChoiceGroup>
  );
}
