'use client';

import { type MouseEvent, useEffect, useId, useRef } from 'react';
import { uiText } from '@/lib/text/ui';
import { Icon } from './icons';

export type SummaryError = { fieldId: string; message: string };

type ErrorSummaryProps = {
  errors: readonly SummaryError[];
  /** Count of presses that found errors, 0 once it is stored: the summary takes the focus at each, and at nothing else. */
  submission: number;
};

function goTo(event: MouseEvent<HTMLAnchorElement>, fieldId: string): void {
  const field = document.getElementById(fieldId);
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}

/** Stands above the h1, takes the focus and prefixes the title. Draws nothing without errors. */
export function ErrorSummary({ errors, submission }: ErrorSummaryProps) {
  const box = useRef<HTMLElement>(null);
  const headingId = useId();
  const isShown = errors.length > 0;

  // What is found later, on leaving a field, doesn't take the focus from where somebody is.
  const focused = useRef(0);
  useEffect(() => {
    if (submission === 0) focused.current = 0;
    if (!isShown || focused.current === submission) return;
    focused.current = submission;
    box.current?.focus();
  }, [isShown, submission]);

  // Whenever it is drawn: a page that is brought up to date has its own title again.
  useEffect(() => {
    if (!isShown || submission === 0) return;
    document.title = `${uiText.errorPrefix}${document.title}`;
    return () => {
      document.title = document.title.replace(uiText.errorPrefix, '');
    };
  });

  if (!isShown) return null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby={headingId}
      className="mb-4 rounded-6 border-2 border-l-8 border-red-900 bg-white px-4 py-3"
    >
      <h2 id={headingId} className="flex items-center gap-2 text-std-18B-160 text-red-900">
        <Icon name="error" />
        <span>{uiText.errorSummaryHeading}</span>
      </h2>
      <ul className="mt-1">
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId} className="py-0.5">
            <a href={`#${fieldId}`} className="link" onClick={(event) => goTo(event, fieldId)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
