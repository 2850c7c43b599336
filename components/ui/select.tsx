import type { ComponentProps } from 'react';
import { CONTROL_SIZES, type ControlSize, controlLook } from './control-look';

export type SelectOption = { value: string; label: string };

type SelectProps = Omit<ComponentProps<'select'>, 'size' | 'disabled' | 'multiple' | 'children'> & {
  controlSize?: ControlSize | undefined;
  options: readonly SelectOption[];
  /** The choice of nothing, e.g. すべて or 選んでください; its value is empty. */
  emptyLabel?: string | undefined;
};

export function Select({ controlSize = 'tool', options, emptyLabel, className, ...rest }: SelectProps) {
  return (
    <select {...rest} className={`${controlLook} ${CONTROL_SIZES[controlSize]} max-w-full pe-8 ${className ?? ''}`}>
      {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
