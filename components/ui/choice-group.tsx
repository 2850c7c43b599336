import type { ComponentProps, ReactNode } from 'react';
import { describedBy, ErrorText, type FieldMessages, Requirement, SupportText } from './field';

type ChoiceProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'disabled' | 'readOnly'> & {
  id: string;
  label: ReactNode;
};

/** A control of 24px; the label belongs to the target. */
const Choice = ({ type, id, label, className, ...rest }: ChoiceProps & { type: 'checkbox' | 'radio' }) => (
  <span className={`inline-flex min-h-9 items-center gap-2 ${className ?? ''}`}>
    <input {...rest} id={id} type={type} className="size-6 shrink-0 accent-key-900" />
    <label htmlFor={id} className="py-1.5 text-dns-16N-130">
      {label}
    </label>
  </span>
);

export const Checkbox = (props: ChoiceProps) => <Choice {...props} type="checkbox" />;
/** One of a group. */
export const Radio = (props: ChoiceProps) => <Choice {...props} type="radio" />;

type ChoiceGroupProps = FieldMessages & {
  /** The error summary links to the first control, which has to carry this id. */
  id: string;
  legend: ReactNode;
  required?: boolean | undefined;
  footer?: ReactNode;
  children: ReactNode;
};

/** A fieldset of radio buttons or checkboxes. */
export function ChoiceGroup({ id, legend, required, support, error, footer, children }: ChoiceGroupProps) {
  return (
    <fieldset aria-describedby={describedBy(id, { support, error })} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-dns-16B-130">
        <span>{legend}</span>
        <Requirement required={required} />
      </legend>
      <SupportText id={id}>{support}</SupportText>
      <div className="flex flex-wrap gap-x-6">{children}</div>
      <ErrorText id={id}>{error}</ErrorText>
      {footer}
    </fieldset>
  );
}
