import { useEffect, useEffectEvent, useState } from 'react';
import type { EntryForm } from '@/components/entry/editor/use-entry-draft';
import type { EntryFinding } from '@/lib/domain/findings/check';
import { loadFindings } from './field-findings';
import type { EntryToCheck } from './live-findings';

/** Somebody who goes on typing is not told about half a word. */
const PAUSE_MS = 150;

type Found = {
  findings: readonly EntryFinding[];
  /** The rules couldn't be loaded: what is shown is out of date. */
  isOutdated: boolean;
};

/** What is typed, checked whenever the typing pauses; until then, what the server found in what is stored. */
export function useEditorFindings(form: EntryForm, entry: EntryToCheck, stored: readonly EntryFinding[]): Found {
  const [found, setFound] = useState<Found>({ findings: stored, isOutdated: false });
  const check = useEffectEvent(async () => {
    const rules = await Promise.all([import('./live-findings'), loadFindings()]).then(
      ([loaded]) => loaded,
      () => null,
    );
    const findings = rules?.findingsIn(form.getValues(), entry);
    setFound((before) => {
      if (!findings) return before.isOutdated ? before : { ...before, isOutdated: true };
      return JSON.stringify(findings) === JSON.stringify(before.findings) ? before : { findings, isOutdated: false };
    });
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(check, PAUSE_MS);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [form]);
  return found;
}
