import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { newDraftId } from '@/components/form/device-copy';
import { useDraft } from '@/components/form/use-draft';
import { addEntryAction, getEntryFieldsAction, saveEntryAction } from '@/lib/actions/entry';
import { fieldsText } from '@/lib/domain/entry/entry-difference';
import { byField, TYPED_FIELDS } from '@/lib/domain/entry/entry-fields';
import type { EntryFieldsText } from '@/lib/domain/entry/entry-input';
import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import { mapResult } from '@/lib/domain/result';
import { entryPaths } from '@/lib/routes';
import { entryFieldText } from '@/lib/text/entry/entry';
import { lateSchema } from './late-schema';

export type EntryForm = UseFormReturn<EntryFieldsText>;

/** An amount or a project that is announced has to be said. */
const LAST_YEAR = ['lastYear', 'lastYearProjectId', 'recordedLastYearAmount'] as const;
const LABELS = byField(TYPED_FIELDS, (field) => entryFieldText[field]);

type Options = {
  year: number;
  /** null: the entry is not stored yet. */
  entryId: string | null;
  version: number;
  status: EntryStatus;
  initial: EntryFieldsText;
  onDone: () => void;
};

/** An entry's draft: what isn't stored yet is added, under an id that this page has made, so that it is added once. */
export function useEntryDraft({ year, version, initial, onDone, ...entry }: Options) {
  const [status, setStatus] = useState(entry.status);
  const storedId = useRef(entry.entryId);
  /** The id stays from the first time that it is sent, also where an earlier visit's text is restored meanwhile. */
  const sentId = useRef(entry.entryId);

  const send = async (fields: EntryFieldsText, expected: number) => {
    const wasSent = sentId.current !== null || draft.current().unanswered.length > 0;
    const entryId: string = sentId.current ?? draft.copies.draftId();
    sentId.current = entryId;
    if (storedId.current) return saveEntryAction({ entryId, version: expected, ...fields });
    const added = await addEntryAction({ year, entryId, ...fields });
    if (!added || added.ok || added.code !== 'already_exists') return added;
    if (!wasSent) {
      // Another tab has added what both had: this one's is an entry of its own.
      sentId.current = newDraftId();
      return addEntryAction({ year, entryId: sentId.current, ...fields });
    }
    // An earlier answer got lost on its way. What was typed since then is saved upon what it was the answer to.
    return saveEntryAction({ entryId, version: expected || 1, ...fields });
  };

  const draft = useDraft<EntryFieldsText, { entryId: string; version: number }>({
    schema: lateSchema,
    stored: { version, fields: initial },
    labels: LABELS,
    keep: () => storedId.current ?? String(year),
    isLong: true,
    together: LAST_YEAR,
    send,
    latest: async () =>
      mapResult(await getEntryFieldsAction(sentId.current), ({ content, canEdit, status: newest, ...latest }) => {
        setStatus(newest);
        return { ...latest, fields: fieldsText(content), isLocked: !canEdit };
      }),
    onDone: () => {
      if (storedId.current === null && sentId.current !== null) {
        storedId.current = sentId.current;
        history.replaceState(null, '', entryPaths(year, sentId.current).edit);
      }
      onDone();
    },
  });

  /** null: it is not stored yet. */
  return { draft, status, storedId: () => storedId.current };
}

export type EntryDraft = ReturnType<typeof useEntryDraft>['draft'];
