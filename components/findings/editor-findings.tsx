'use client';

import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { EntryForm } from '@/components/entry/editor/use-entry-draft';
import { editorText } from '@/lib/text/entry/entry-editor';
import type { EntryToCheck } from './live-findings';

type EditorFindingsProps = EntryToCheck & {
  form: EntryForm;
  /** What was found in what is stored. */
  children: ReactNode;
};

const NotLoaded = () => <p role="alert">{editorText.noFindings}</p>;

const Live = lazy(() =>
  import('./live-findings').then(
    (loaded) => ({ default: loaded.LiveFindings }),
    () => ({ default: NotLoaded }),
  ),
);

/** Comes with what the server found; the rules themselves are loaded when something is changed. */
export function EditorFindings({ children, ...live }: EditorFindingsProps) {
  const { form } = live;
  const [isChanged, setIsChanged] = useState(false);
  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => setIsChanged(true) }), [form]);
  return (
    <section
      id="findings"
      aria-labelledby="findings-title"
      className="min-w-0 xl:tall:sticky xl:tall:top-4 xl:tall:max-h-[calc(100dvh-10rem)] xl:overflow-y-auto print:hidden"
    >
      <h2 id="findings-title" className="text-dns-16B-130">
        {editorText.findings}
      </h2>
      <Suspense fallback={children}>{isChanged ? <Live {...live} /> : children}</Suspense>
    </section>
  );
}
