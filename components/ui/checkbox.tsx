import type { ComponentProps, ReactNode } from 'react';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'disabled' | 'readOnly'> & {
  id: string;
  label: ReactNode;
};

/** A box of 24px; the label belongs to the target. */
export function Checkbox({ id, label, className, ...rest }: CheckboxProps) {
  return (
    <span className={`inline-flex min-h-9 items-center gap-2 ${className ?? ''}`}>
      <input {...rest} id={id} type="checkbox" className="size-6 shrink-0 accent-key-900" />
      <label htmlFor={id} className="py-1.5 text-dns-16N-130">
        {label}
      </label>
    </span>
  );
}
