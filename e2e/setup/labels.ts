import { uiText } from '@/lib/text/ui';

/** The whole label of a field that has to be filled: with the mark, as it reads. */
export const required = (label: string): string => `${label}${uiText.required}`;
