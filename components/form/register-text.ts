import type { FieldPath, FieldValues, UseFormRegisterReturn, UseFormReturn } from 'react-hook-form';

export type RegisteredText<Name extends string> = UseFormRegisterReturn<Name> & { defaultValue: string };

/** `register` for a field that the server draws with its content; `register` alone would fill it in only afterwards. */
export function registerText<Text extends FieldValues, Parsed, Name extends FieldPath<Text>>(
  form: UseFormReturn<Text, unknown, Parsed>,
  name: Name,
): RegisteredText<Name> {
  const content: unknown = form.formState.defaultValues?.[name];
  return { ...form.register(name), defaultValue: String(content ?? '') };
}
