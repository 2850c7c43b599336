import { refusalText } from '@/lib/text/document';
import type { Refusal } from './read-result';

const MESSAGES: Record<Refusal['code'], (refusal: Refusal) => string> = refusalText;

export const refusalMessage = (refusal: Refusal): string => MESSAGES[refusal.code](refusal);
