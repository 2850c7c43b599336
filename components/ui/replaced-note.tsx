'use client';

import { createContext, useContext } from 'react';
import { Icon } from './icons';

/** What a form has replaced in the field that was left last. */
export const Replaced = createContext<{ fieldId: string; text: string } | null>(null);

/** Stands at that field; the form's own status region says it to who doesn't see it. */
export function ReplacedNote({ fieldId }: { fieldId: string }) {
  const replaced = useContext(Replaced);
  if (replaced?.fieldId !== fieldId) return null;
  return (
    <p className="flex items-start gap-1 text-dns-14N-130 text-key-900">
      <Icon name="info" />
      <span>{replaced.text}</span>
    </p>
  );
}
