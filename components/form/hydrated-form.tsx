import { type ComponentProps, useState } from 'react';
import { Replaced } from '@/components/ui/replaced-note';
import { StatusRegion } from '@/components/ui/status-region';
import { useHydrated } from '@/components/ui/use-hydrated';
import { cleanLine, cleanLines, replacedCharacters } from '@/lib/domain/clean-text';
import { replacedText } from '@/lib/text/ui';
import { afterRelease } from './after-release';

/** Fields whose text is kept as it is written; amounts have their own reading, passwords are nobody's to change. */
function cleanerOf(target: EventTarget): ((typed: string) => string) | null {
  if (target instanceof HTMLTextAreaElement) return cleanLines;
  const isLine = target instanceof HTMLInputElement && target.type === 'text' && target.inputMode !== 'numeric';
  return isLine ? cleanLine : null;
}

/** Makes what was pasted what will be stored, when the field is left or sent by Enter. @returns what to say about it. */
function cleanField(field: HTMLInputElement | HTMLTextAreaElement, clean: (typed: string) => string): string {
  const typed = field.value;
  const cleaned = clean(typed);
  if (cleaned === typed) return '';
  field.setRangeText(cleaned, 0, typed.length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return replacedText(replacedCharacters(typed));
}

/**
 * A form that takes nothing until its program runs: what is typed sooner would be overwritten by what is stored. For the same
 * reason browsers don't put back what stood in it before a reload.
 */
export function HydratedForm({ children, ...form }: ComponentProps<'form'>) {
  const isHydrated = useHydrated();
  const [replaced, setReplaced] = useState<{ fieldId: string; text: string } | null>(null);
  const cleanUp = (target: EventTarget | null) => {
    const clean = target && cleanerOf(target);
    if (!clean) return;
    const field = target as HTMLInputElement;
    const text = cleanField(field, clean);
    afterRelease(() => setReplaced(text ? { fieldId: field.id, text } : null));
  };
  return (
    <form
      autoComplete="off"
      {...form}
      onBlurCapture={({ target }) => cleanUp(target)}
      onSubmitCapture={() => cleanUp(document.activeElement)}
    >
      <fieldset disabled={!isHydrated} className="contents">
        <Replaced value={replaced}>{children}</Replaced>
      </fieldset>
      <StatusRegion className="sr-only">{replaced?.text}</StatusRegion>
    </form>
  );
}
