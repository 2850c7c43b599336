import type { FocusEvent } from 'react';
import type { FieldPath, FieldValues, PathValue, UseFormReturn } from 'react-hook-form';
import { amountText, parseAmount } from '@/lib/domain/amount';

/** `register` for a field that the server draws with its content; `register` alone would fill it in only afterwards. */
export function registerText<Text extends FieldValues, Parsed, Name extends FieldPath<Text>>(
  form: UseFormReturn<Text, unknown, Parsed>,
  name: Name,
) {
  const content: unknown = form.formState.defaultValues?.[name];
  return { ...form.register(name), defaultValue: String(content ?? '') };
}

/** `30万` is `300`; what can't be read stays as it was typed. */
export function asRead(typed: string): string {
  const parsed = parseAmount(typed);
  return parsed.ok ? amountText(parsed.value) : typed;
}

/** A figure is edited without separators: of 1,234,567 less its last digit nobody knows what 1,234,56 means. */
export function dropSeparators(input: HTMLInputElement): void {
  const { value, selectionStart, selectionEnd } = input;
  const parsed = parseAmount(value);
  if (document.activeElement !== input || !parsed.ok || value !== amountText(parsed.value)) return;
  const placeOf = (place: number | null) => value.slice(0, place ?? value.length).replaceAll(',', '').length;
  input.value = value.replaceAll(',', '');
  input.setSelectionRange(placeOf(selectionStart), placeOf(selectionEnd));
}

/** `register` for an amount: takes whatever people type, and shows how it was read when they leave the field. */
export function registerAmount<Text extends FieldValues, Parsed, Name extends FieldPath<Text>>(
  form: UseFormReturn<Text, unknown, Parsed>,
  name: Name,
) {
  const { onBlur, ...control } = registerText(form, name);
  return {
    ...control,
    // Browsers select and place the caret only after this event.
    onFocus: ({ currentTarget }: FocusEvent<HTMLInputElement>) =>
      requestAnimationFrame(() => dropSeparators(currentTarget)),
    onBlur: async (event: FocusEvent<HTMLInputElement>) => {
      const typed = event.target.value;
      const text = asRead(typed);
      if (text !== typed) form.setValue(name, text as PathValue<Text, Name>);
      await onBlur(event);
    },
  };
}
