import type { FieldPath, FieldValues, PathValue, UseFormReturn } from 'react-hook-form';
import { amountText, parseAmount } from '@/lib/domain/amount';
import { type RegisteredText, registerText } from './register-text';

/** `30万` is `300`; what can't be read stays as it was typed. */
function asRead(typed: string): string {
  const parsed = parseAmount(typed);
  return parsed.ok ? amountText(parsed.value) : typed;
}

/** `register` for an amount: takes whatever people type, and shows how it was read when they leave the field. */
export function registerAmount<Text extends FieldValues, Parsed, Name extends FieldPath<Text>>(
  form: UseFormReturn<Text, unknown, Parsed>,
  name: Name,
): RegisteredText<Name> {
  const { onBlur, ...control } = registerText(form, name);
  return {
    ...control,
    onBlur: async (event) => {
      const typed: string = event.target.value;
      const text = asRead(typed);
      if (text !== typed) form.setValue(name, text as PathValue<Text, Name>);
      await onBlur(event);
    },
  };
}
