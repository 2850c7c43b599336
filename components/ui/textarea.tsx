import type { ComponentProps } from 'react';
import { controlLook } from './control-look';

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
