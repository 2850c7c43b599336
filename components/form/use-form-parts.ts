import { useRef, useState } from 'react';
import type { SaveOutcome } from './use-action-form';

/** A part of a form that is stored for itself: it has its own version, and says beside its fields what is wrong with them. */
export type FormPart = { saveIfChanged: () => Promise<SaveOutcome> };

/** Ids of the parts that were sent. */
export type PartsOutcome = Record<'saved' | 'failed', readonly string[]>;

/** One 保存 for the parts of a form. */
export function useFormParts() {
  const parts = useRef(new Map<string, FormPart>());
  const [isSaving, setIsSaving] = useState(false);
  const [outcome, setOutcome] = useState<PartsOutcome | null>(null);

  const save = async () => {
    if (isSaving) return;
    // All at once: the first answer brings the page up to date, and the others are to be stored only upon what was seen.
    const answers = Promise.all(
      Array.from(parts.current, async ([id, part]) => ({ id, came: await part.saveIfChanged() })),
    );
    setIsSaving(true);
    const all = await answers;
    setIsSaving(false);
    const those = (wanted: SaveOutcome) => all.filter(({ came }) => came === wanted).map(({ id }) => id);
    setOutcome({ saved: those('saved'), failed: those('failed') });
  };

  return {
    save,
    isSaving,
    /** null: nothing has been saved yet, or somebody has gone on since. */
    outcome,
    /** Spread on a part. */
    part: (id: string) => ({
      ref: (part: FormPart | null) => {
        if (part) parts.current.set(id, part);
        else parts.current.delete(id);
      },
      onResume: () => setOutcome(null),
    }),
  };
}
