import { useRef, useState } from 'react';
import type { SummaryError } from '@/components/ui/error-summary';
import type { SaveOutcome } from './use-draft';

/** The draft of a part that is stored for itself: it has its own version, and says beside its fields what is wrong with them. */
type FormPart = {
  summary: readonly SummaryError[];
  changedLabels: () => readonly string[];
  saveIfChanged: () => Promise<SaveOutcome>;
  undo: () => void;
};

/** What is wrong in a part, for the form's one summary, and which fields are not stored, by their labels. */
type PartState = { errors: readonly SummaryError[]; changed: readonly string[] };
const NOTHING: PartState = { errors: [], changed: [] };

/** Ids of the parts that were sent. */
export type PartsOutcome = Record<'saved' | 'failed', readonly string[]>;

export type FormPartProps = {
  /** What was said about the last save is out of date. */
  onResume: () => void;
  /** Told at every turn. */
  onPart: (part: FormPart) => void;
};

/** One 保存 for the parts of a form. @param ids the parts in the order of the page, in which they are told of. */
export function useFormParts(ids: readonly string[]) {
  const parts = useRef(new Map<string, FormPart>());
  const [isSaving, setIsSaving] = useState(false);
  const [outcome, setOutcome] = useState<PartsOutcome | null>(null);
  const [submission, setSubmission] = useState(0);
  const [states, setStates] = useState<Record<string, PartState>>({});

  const save = async () => {
    if (isSaving) return;
    // All at once: the first answer brings the page up to date, and the others are to be stored only upon what was seen.
    const answers = Promise.all(ids.map(async (id) => ({ id, came: await parts.current.get(id)?.saveIfChanged() })));
    setIsSaving(true);
    const all = await answers;
    setIsSaving(false);
    const those = (...wanted: SaveOutcome[]) =>
      all.filter(({ came }) => came && wanted.includes(came)).map(({ id }) => id);
    setOutcome({ saved: those('saved'), failed: those('wrong', 'failed') });
    if (those('wrong').length > 0) setSubmission((count) => count + 1);
  };

  return {
    save,
    isSaving,
    /** null: nothing has been saved yet, or somebody has gone on since. */
    outcome,
    stateOf: (id: string): PartState => states[id] ?? NOTHING,
    /** What is stored comes back into all fields. */
    undo: () => {
      for (const id of ids) parts.current.get(id)?.undo();
    },
    submission,
    /** Spread on a part. */
    part: (id: string): FormPartProps => ({
      onResume: () => setOutcome(null),
      onPart: (part) => {
        parts.current.set(id, part);
        const state = { errors: part.summary, changed: part.changedLabels() };
        setStates((all) =>
          JSON.stringify(all[id] ?? NOTHING) === JSON.stringify(state) ? all : { ...all, [id]: state },
        );
      },
    }),
  };
}
