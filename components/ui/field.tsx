import type { ReactNode } from 'react';
import { uiText } from '@/lib/text/ui';
import { Icon } from './icons';
import { ReplacedNote } from './replaced-note';

export type FieldMessages = {
  support?: ReactNode | undefined;
  /** The whole sentence, the same as in the error summary. */
  error?: string | undefined;
};

const supportId = (id: string): string => `${id}-support`;
const errorId = (id: string): string => `${id}-error`;

/** The value of aria-describedby for a control with these messages. */
export const describedBy = (id: string, { support, error }: FieldMessages): string | undefined =>
  [support ? supportId(id) : '', error ? errorId(id) : ''].filter(Boolean).join(' ') || undefined;

export function SupportText({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={supportId(id)} className="text-dns-14N-130 text-solid-gray-700">
      {children}
    </p>
  );
}

export function ErrorText({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <p id={errorId(id)} className="flex items-start gap-1 text-dns-16N-130 text-red-900">
      <Icon name="error" className="mt-px" />
      <span>{children}</span>
    </p>
  );
}

/** ※必須 or ※任意 beside a label; nothing where a form doesn't ask (filters). */
export function Requirement({ required }: { required: boolean | undefined }) {
  if (required === undefined) return null;
  return (
    <span className={`ml-2 text-dns-14N-130 ${required ? 'text-red-900' : 'text-solid-gray-700'}`}>
      {required ? uiText.required : uiText.optional}
    </span>
  );
}

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
  /** The label stands elsewhere, as in a table. */
  isLabelHidden?: boolean | undefined;
  /** A small label, for filters and tools. */
  compact?: boolean | undefined;
  /** Below the control: a counter, last year's amount. */
  footer?: ReactNode;
  className?: string | undefined;
  children: (control: ControlProps) => ReactNode;
};

/** Label, support text, control, error: `<Field id="name" label="事業名" required>{(c) => <TextInput {...c} />}</Field>`. */
export function Field({
  id,
  label,
  required,
  support,
  error,
  isLabelHidden,
  compact,
  footer,
  className,
  children,
}: FieldProps) {
  const labelLook = compact ? 'text-dns-14N-130' : 'text-dns-16B-130';
  return (
    <div className={`flex min-w-0 flex-col ${compact ? 'gap-0.5' : 'gap-1.5'} ${className ?? ''}`}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : labelLook}>
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
