import { lazy, Suspense } from 'react';
import type { EntryFinding } from '@/lib/domain/findings/check';
import type { EntryPlace } from '@/lib/domain/findings/finding';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import { editorText } from '@/lib/text/entry/entry-editor';

const NotLoaded = () => <p role="alert">{editorText.noFindings}</p>;

const FindingsInMargin = lazy(() => loadFindings().catch(() => ({ default: NotLoaded })));

/** With its words; most fields have nothing to say. */
export const loadFindings = () => import('./findings-in-margin');

type FieldFindingsProps = {
  places: readonly EntryPlace[];
  findings: readonly EntryFinding[];
  /** Of them, what an administrator has let stand shows as that. */
  reasons: readonly FindingReason[];
};

/** What the checks found in a field, if anything. */
export function FieldFindings({ places, findings, reasons }: FieldFindingsProps) {
  const own = findings.filter(({ place }) => places.includes(place));
  if (own.length === 0) return null;
  return (
    <Suspense>
      <FindingsInMargin findings={own} reasons={reasons} />
    </Suspense>
  );
}
