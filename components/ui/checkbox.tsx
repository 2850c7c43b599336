import type { ComponentProps, ReactNode } from 'react';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'disabled' | 'readOnly'> & {
  id: string;
  label: ReactNode;
  /** A label for screen readers only, e.g. the row's box in a table. */
  hideLabel?: boolean | undefined;
};

/** A box of 24px; the label belongs to the target. */
export function Checkbox({ id, label, hideLabel, className, ...rest }: CheckboxProps) {
  return (
    <span className={`inline-flex min-h-9 items-center gap-2 ${className ?? ''}`}>
      <input {...rest} id={id} type="checkbox" className="size-6 shrink-0 accent-key-900" />
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'py-1.5 text-dns-16N-130'}>
        {label}
      </label>
    </span>
  );
}
