'use client';

import { useDeferredValue, useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Icon, type IconName } from '@/components/ui/icons';
import { factsOf, hasKind, TYPED_FIELDS, type TypedField } from '@/lib/domain/entry/entry-fields';
import type { LastYearTexts } from '@/lib/domain/entry/entry-view';
import { type ItemState, itemState } from '@/lib/domain/entry/item-state';
import { openErrors } from '@/lib/domain/findings/finding-reasons';
import { entryFieldText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import type { Checked } from './editor-row';
import type { EntryForm } from './use-entry-draft';

const LOOKS: Record<ItemState['kind'], { icon: IconName; look: string; text: (count: number) => string }> = {
  error: { icon: 'error', look: 'font-bold text-red-900', text: editorText.errors },
  warning: { icon: 'warning', look: 'font-bold text-orange-900', text: editorText.warnings },
  same: { icon: 'same', look: 'text-solid-gray-700', text: () => editorText.sameAsLastYear },
  entered: { icon: 'check', look: 'text-green-900', text: () => editorText.entered },
  missing: { icon: 'missing', look: 'text-solid-gray-700', text: () => editorText.notEntered },
};

/** By shape, word and colour. */
export function StateMark({ state }: { state: ItemState }) {
  const { icon, look, text } = LOOKS[state.kind];
  return (
    <span className={`inline-flex items-center gap-1 text-dns-14N-130 whitespace-nowrap ${look}`}>
      <Icon name={icon} />
      <span>{text('count' in state ? state.count : 0)}</span>
    </span>
  );
}

/** The field that has the focus. */
function useCurrentField(): string {
  const [name, setName] = useState('');
  useEffect(() => {
    const see = ({ target }: FocusEvent) => setName((target instanceof Element && target.getAttribute('name')) || '');
    document.addEventListener('focusin', see);
    return () => document.removeEventListener('focusin', see);
  }, []);
  return name;
}

const FIRST: readonly TypedField[] = ['name', 'categoryId', 'mark', 'isPriority', 'amount'];
/** In the order in which the editor shows them. */
export const FIELDS_ON_SCREEN = [...FIRST, ...TYPED_FIELDS.filter((field) => !FIRST.includes(field))];

/** Always listed; others when something stands against them. */
const isListed = (field: TypedField): boolean => factsOf(field).required !== undefined || field === 'mark';

type EditorItemsProps = Checked & { form: EntryForm; lastYearTexts: LastYearTexts | null };

/** The fields and how far they are; a link leads to each. */
export function EditorItems({ form, findings, reasons, lastYearTexts }: EditorItemsProps) {
  const values = useDeferredValue(useWatch({ control: form.control, name: FIELDS_ON_SCREEN }));
  const { errors } = form.formState;
  const current = useCurrentField();
  const wrong = openErrors(findings, reasons);
  const items = FIELDS_ON_SCREEN.map((field, index) => {
    const own = findings.filter(({ place }) => place === field);
    const wrongHere = wrong.filter(({ place }) => place === field).length;
    const state = itemState({
      value: values[index],
      errors: wrongHere + (errors[field] ? 1 : 0),
      warnings: own.length - wrongHere,
      lastYear: hasKind(field, 'prose') ? lastYearTexts?.[field] : undefined,
    });
    return { field, state };
  }).filter(({ field, state }) => isListed(field) || 'count' in state);
  return (
    <nav aria-label={editorText.fields} className="print:hidden">
      <ul className="editor-items">
        {items.map(({ field, state }) => (
          <li key={field}>
            <a href={`#${field}`} aria-current={field === current || undefined}>
              <span className="editor-item-name">{entryFieldText[field]}</span>
              <StateMark state={state} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
