import type { ComponentProps, ReactNode } from 'react';

type RadioProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'disabled' | 'readOnly'> & {
  id: string;
  label: ReactNode;
};

/** One of a group; the label belongs to the target. */
export function Radio({ id, label, className, ...rest }: RadioProps) {
  return (
    <span className={`inline-flex min-h-9 items-center gap-2 ${className ?? ''}`}>
      <input {...rest} id={id} type="radio" className="size-6 shrink-0 accent-key-900" />
      <label htmlFor={id} className="py-1.5 text-dns-16N-130">
        {label}
      </label>
    </span>
  );
}
