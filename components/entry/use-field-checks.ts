import { type FocusEvent, useCallback, useEffect, useRef } from 'react';
import { ENTRY_FIELDS, type EntryField } from '@/lib/domain/entry-difference';
import type { EntryForm } from './editor-form';

/**
 * A field is checked when it is left, and an error goes as soon as it is fixed. While a button of the mouse is down the check
 * waits: a message that moved the page between press and release would take the press away from what was aimed at.
 */
export function useFieldChecks(form: EntryForm) {
  const isPressed = useRef(false);
  const left = useRef(new Set<EntryField>());

  const checkLeft = useCallback(() => {
    const fields = [...left.current];
    left.current.clear();
    if (fields.length > 0) void form.trigger(fields);
  }, [form]);

  useEffect(() => {
    const press = () => {
      isPressed.current = true;
    };
    const release = () => {
      isPressed.current = false;
      setTimeout(checkLeft);
    };
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        const field = ENTRY_FIELDS.find((known) => known === name);
        if (field && form.getFieldState(field).error) void form.trigger(field);
      },
    });
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('pointerup', release, true);
    document.addEventListener('pointercancel', release, true);
    return () => {
      unsubscribe();
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('pointerup', release, true);
      document.removeEventListener('pointercancel', release, true);
    };
  }, [form, checkLeft]);

  return (event: FocusEvent) => {
    const field = ENTRY_FIELDS.find((name) => name === event.target.id);
    if (!field) return;
    left.current.add(field);
    if (!isPressed.current) checkLeft();
  };
}
