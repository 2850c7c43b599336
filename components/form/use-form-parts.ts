import { type Ref, useRef, useState } from 'react';
import type { SummaryError } from '@/components/ui/error-summary';
import type { SaveOutcome } from './use-draft';

/** A part of a form that is stored for itself: it has its own version, and says beside its fields what is wrong with them. */
export type FormPart = { saveIfChanged: () => Promise<SaveOutcome>; undo: () => void };

/** Ids of the parts that were sent. */
export type PartsOutcome = Record<'saved' | 'failed', readonly string[]>;

type Errors = readonly SummaryError[];

export type FormPartProps = {
  ref: Ref<FormPart>;
  /** What was said about the last save is out of date. */
  onResume: () => void;
  /** Told at every turn what is wrong with the fields. */
  onErrors: (errors: Errors) => void;
  /** And which fields are not stored, by their labels. */
  onChanged: (labels: readonly string[]) => void;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** One 保存 for the parts of a form. @param ids the parts in the order of the page, in which they are told of. */
export function useFormParts(ids: readonly string[]) {
  const parts = useRef(new Map<string, FormPart>());
  const [isSaving, setIsSaving] = useState(false);
  const [outcome, setOutcome] = useState<PartsOutcome | null>(null);
  const [submission, setSubmission] = useState(0);
  const [errors, setErrors] = useState<Record<string, Errors>>({});
  const [changed, setChanged] = useState<Record<string, readonly string[]>>({});

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
    /** What is wrong in a part, for the form's one summary. */
    errorsOf: (id: string): Errors => errors[id] ?? [],
    /** The fields of a part that are not stored. */
    changedOf: (id: string): readonly string[] => changed[id] ?? [],
    /** What is stored comes back into all fields. */
    undo: () => {
      for (const part of parts.current.values()) part.undo();
    },
    submission,
    /** Spread on a part. */
    part: (id: string): FormPartProps => ({
      ref: (part: FormPart | null) => {
        if (part) parts.current.set(id, part);
        else parts.current.delete(id);
      },
      onResume: () => setOutcome(null),
      onErrors: (found: Errors) => setErrors((all) => (same(all[id] ?? [], found) ? all : { ...all, [id]: found })),
      onChanged: (found: readonly string[]) =>
        setChanged((all) => (same(all[id] ?? [], found) ? all : { ...all, [id]: found })),
    }),
  };
}
