import type { ReactNode } from 'react';
import { describedBy, ErrorText, type FieldMessages, SupportText } from './field-message';
import { Requirement } from './requirement';

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
