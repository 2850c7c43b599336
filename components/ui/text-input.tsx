import type { ComponentProps } from 'react';
import { CONTROL_SIZES, type ControlSize, controlLook } from './control-look';

type TextInputProps = Omit<ComponentProps<'input'>, 'size' | 'disabled' | 'readOnly' | 'placeholder'> & {
  controlSize?: ControlSize | undefined;
  /** Figures stand at the right. */
  numeric?: boolean | undefined;
  /** Said after the control, e.g. 千円. */
  unit?: string | undefined;
};

/** Uncontrolled: spread `register(…)` on it. Nothing is transformed while somebody types. */
export function TextInput({ controlSize = 'tool', numeric, unit, className, type = 'text', ...rest }: TextInputProps) {
  const input = (
    <input
      {...(numeric ? { inputMode: 'numeric', autoComplete: 'off' } : {})}
      {...rest}
      type={type}
      className={`${controlLook} ${CONTROL_SIZES[controlSize]} ${numeric ? 'w-40 text-end' : 'w-full'} ${className ?? ''}`}
    />
  );
  if (!unit) return input;
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      {input}
      {unit}
    </span>
  );
}
