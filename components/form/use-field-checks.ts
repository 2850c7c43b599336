import { type FocusEvent, useCallback, useEffect, useRef } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useAfterRelease } from './use-after-release';

const nameOf = (element: EventTarget | null): string | null =>
  element instanceof HTMLElement ? element.getAttribute('name') : null;

/**
 * A field is checked when it is left, and an error goes as soon as it is fixed. While a button of the mouse is down the check
 * waits: a message that moved the page between press and release would take the press away from what was aimed at.
 * @returns the form element's onBlur.
 */
export function useFieldChecks<Text extends FieldValues, Parsed>(form: UseFormReturn<Text, unknown, Parsed>) {
  const afterRelease = useAfterRelease();
  const left = useRef(new Set<Path<Text>>());

  const checkLeft = useCallback(() => {
    const fields = [...left.current];
    left.current.clear();
    if (fields.length > 0) void form.trigger(fields);
  }, [form]);

  const isField = useCallback(
    (name: string | null | undefined): name is Path<Text> => Object.hasOwn(form.getValues(), name ?? ''),
    [form],
  );

  useEffect(() => {
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        if (isField(name) && form.getFieldState(name).error) void form.trigger(name);
      },
    });
    return unsubscribe;
  }, [form, isField]);

  return ({ target, relatedTarget }: FocusEvent) => {
    const name = nameOf(target);
    if (!isField(name) || name === nameOf(relatedTarget)) return;
    left.current.add(name);
    afterRelease(checkLeft);
  };
}
