import type { ReactNode } from 'react';
import { describedBy, ErrorText, type FieldMessages, SupportText } from './field-message';
import { ReplacedNote } from './replaced-note';
import { Requirement } from './requirement';

/** Spread these on the control. */
export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

type FieldProps = FieldMessages & {
  id: string;
  label: ReactNode;
  /** true: ※必須, false: ※任意, left out: nothing. */
  required?: boolean | undefined;
  /** A small label, for filters and tools. */
  compact?: boolean | undefined;
  /** Below the control: a counter, last year's amount. */
  footer?: ReactNode;
  className?: string | undefined;
  children: (control: ControlProps) => ReactNode;
};

/** Label, support text, control, error: `<Field id="name" label="事業名" required>{(c) => <TextInput {...c} />}</Field>`. */
export function Field({ id, label, required, support, error, compact, footer, className, children }: FieldProps) {
  return (
    <div className={`flex min-w-0 flex-col ${compact ? 'gap-0.5' : 'gap-1.5'} ${className ?? ''}`}>
      <label htmlFor={id} className={compact ? 'text-dns-14N-130' : 'text-dns-16B-130'}>
        <span>{label}</span>
        <Requirement required={required} />
      </label>
      <SupportText id={id}>{support}</SupportText>
      <ReplacedNote fieldId={id} />
      {children({
        id,
        'aria-describedby': describedBy(id, { support, error }),
        'aria-invalid': error ? true : undefined,
      })}
      <ErrorText id={id}>{error}</ErrorText>
      {footer}
    </div>
  );
}
