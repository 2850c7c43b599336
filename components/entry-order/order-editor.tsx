'use client';

import { DraftCopies } from '@/components/form/draft-notice';
import { FormBar } from '@/components/form/form-bar';
import { LiveForm } from '@/components/form/live-form';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { Button } from '@/components/ui/button';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import type { YearOrder } from '@/lib/domain/entry-order';
import { editorText } from '@/lib/text/entry-editor';
import { entryOrderText as text } from '@/lib/text/entry-order';
import { OrderOutcome } from './order-outcome';
import { OrderRow } from './order-row';
import { useEntryOrder } from './use-entry-order';

const COLUMNS = ['place', 'name', 'move', 'department', 'priority'] as const;

type OrderEditorProps = { year: number; initial: YearOrder; listHref: string };

export function OrderEditor({ year, initial, listHref }: OrderEditorProps) {
  const order = useEntryOrder(year, initial);
  const { outcome, isDirty } = order;
  useSaveKeys(order.save);
  return (
    <LiveForm noValidate onSubmit={(event) => event.preventDefault()}>
      <FormBar
        back={{ label: text.backToList, href: listHref }}
        title={text.titleOf(year)}
        progress={outcome === 'saving' ? editorText.saving : order.spoken + (isDirty ? text.unsaved : '')}
        notice={outcome && <OrderOutcome outcome={outcome} onTakeLatest={order.takeLatest} />}
      >
        <Button variant="primary" onClick={order.save} aria-keyshortcuts={editorText.shortcutSave}>
          {text.save}
        </Button>
      </FormBar>
      <DraftCopies draft={order.draft} />
      <p className="mb-3">{text.lead}</p>
      <DataTable caption={text.caption}>
        <ColumnHeads columns={COLUMNS} labels={text} />
        {order.categories.map(({ id, name, entries }) => (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS.length}>
                {name}
              </th>
            </tr>
            {entries.map((entry, index) => (
              <OrderRow key={entry.id} entry={entry} place={index + 1} count={entries.length} order={order} />
            ))}
          </tbody>
        ))}
      </DataTable>
    </LiveForm>
  );
}
