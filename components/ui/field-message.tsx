import type { ReactNode } from 'react';
import { Icon } from './icons';

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
