import type { ComponentProps } from 'react';
import type { Choice } from '@/lib/domain/choice';

/** What text inputs, text areas and selects have in common. An invalid one has a red, thicker edge. */
export const controlLook =
  'rounded-6 border border-solid-gray-600 bg-white px-3 text-dns-16N-130 hover:border-black aria-invalid:border-red-900 aria-invalid:ring-1 aria-invalid:ring-red-900';

export const CONTROL_SIZES = { tool: 'min-h-9 py-1', large: 'min-h-12 py-2' } as const;
export type ControlSize = keyof typeof CONTROL_SIZES;

type SelectProps = Omit<ComponentProps<'select'>, 'size' | 'disabled' | 'multiple' | 'children'> & {
  options: readonly Choice[];
  /** The choice of nothing, e.g. すべて or 選んでください; its value is empty. */
  emptyLabel?: string | undefined;
};

export function Select({ options, emptyLabel, className, ...rest }: SelectProps) {
  return (
    <select {...rest} className={`${controlLook} ${CONTROL_SIZES.tool} max-w-full min-w-0 pe-8 ${className ?? ''}`}>
      {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

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

type TextareaProps = Omit<ComponentProps<'textarea'>, 'disabled' | 'readOnly' | 'placeholder'>;

/** Grows with its text where the browser can (field-sizing), and can be pulled larger. */
export function Textarea({ className, rows = 4, ...rest }: TextareaProps) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={`${controlLook} w-full resize-y py-2 text-std-16N-170 field-sizing-content ${className ?? ''}`}
      style={{ minHeight: `${rows * 1.7 + 1}rem` }}
    />
  );
}
