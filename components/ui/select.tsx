import type { ComponentProps } from 'react';
import type { Choice } from '@/lib/domain/choice';
import { CONTROL_SIZES, controlLook } from './control-look';

type SelectProps = Omit<ComponentProps<'select'>, 'size' | 'disabled' | 'multiple' | 'children'> & {
  options: readonly Choice[];
  /** The choice of nothing, e.g. すべて or 選んでください; its value is empty. */
  emptyLabel?: string | undefined;
};

export function Select({ options, emptyLabel, className, ...rest }: SelectProps) {
  return (
    <select {...rest} className={`${controlLook} ${CONTROL_SIZES.tool} max-w-full pe-8 ${className ?? ''}`}>
      {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
