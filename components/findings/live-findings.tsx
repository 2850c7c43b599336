'use client';

import { useEffect, useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { lastYearTyped, typedAmount } from '@/components/entry/editor/last-year-typed';
import type { EntryForm } from '@/components/entry/editor/use-entry-draft';
import { MARKS } from '@/lib/domain/entry/entry-field-table';
import type { LastYearChoices } from '@/lib/domain/entry/entry-view';
import { checkEntry, type EntryFinding } from '@/lib/domain/findings/check';
import type { CheckedEntry } from '@/lib/domain/findings/finding';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import type { DictionaryRule } from '@/lib/domain/findings/house-dictionary';
import { FindingsPanel } from './findings-panel';

/** Somebody who goes on typing is not told about half a word. */
const PAUSE_MS = 150;

function usePaused<Value>(value: Value): Value {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** Marks it in its field. @returns whether it is still there: somebody may have typed on. */
function select({ place, span, found }: EntryFinding): boolean {
  const field = document.getElementById(place);
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return false;
  field.focus();
  if (!span || field.value.slice(span.start, span.end) !== found) return false;
  field.setSelectionRange(span.start, span.end);
  return true;
}

/** As if it was typed, so that Ctrl+Z takes it back. */
function replace(finding: EntryFinding): void {
  if (select(finding)) document.execCommand('insertText', false, finding.expected ?? '');
}

/** What the checks know of an entry beside what is typed. */
export type EntryToCheck = {
  year: number;
  /** Of last year's entry. */
  lastYear: number | null;
  choices: LastYearChoices | null;
  dictionary: readonly DictionaryRule[];
  /** What was said of its findings. */
  reasons: readonly FindingReason[];
};
type LiveFindingsProps = EntryToCheck & { form: EntryForm };

/** What is typed, checked whenever the typing pauses. */
export function LiveFindings({ form, year, lastYear, choices, dictionary, reasons }: LiveFindingsProps) {
  const typed = usePaused(useWatch({ control: form.control }));
  const findings = useMemo(() => {
    const fields = { ...form.getValues(), ...typed };
    const entry: CheckedEntry = {
      ...fields,
      year,
      amount: typedAmount(fields.amount),
      mark: MARKS.find((mark) => mark === fields.mark) ?? null,
      lastYearAmount: lastYearTyped(fields, lastYear, choices),
      isNew: choices !== null && fields.lastYear === 'new',
    };
    return checkEntry(entry, dictionary);
  }, [typed, form, year, lastYear, choices, dictionary]);
  return <FindingsPanel findings={findings} reasons={reasons} onOpen={select} onReplace={replace} />;
}
