'use client';

import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { ActBar } from '@/components/form/act-bar';
import { DraftCopies } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { ProblemBanner } from '@/components/form/problem-banner';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { BackLink } from '@/components/shell/kept-query';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import { describedBy, ErrorText } from '@/components/ui/field';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { TextInput } from '@/components/ui/text-input';
import type { OrderedEntry, YearOrder } from '@/lib/domain/entry/entry-order';
import type { Direction } from '@/lib/domain/reorder';
import { editorText } from '@/lib/text/entry/entry-editor';
import { downLabel, placeLabel, storedPlaceText, entryOrderText as text, upLabel } from '@/lib/text/entry/entry-order';
import { problemText } from '@/lib/text/errors';
import { type EntryOrder, moveId, type OrderOutcome as Outcome, placeId, useEntryOrder } from './use-entry-order';

/** What came of the save. The arrangement stays on the screen whatever it is. */
export function OrderOutcome({ outcome, onTakeLatest }: { outcome: Outcome; onTakeLatest: () => void }) {
  if (!outcome || outcome === 'saving') return null;
  if (outcome === 'saved') return <NotificationBanner kind="success" title={text.saved} className="mb-2" />;
  if (outcome === 'unchanged') return <NotificationBanner kind="info" title={text.unchanged} className="mb-2" />;
  const isConflict = outcome === 'conflict';
  return (
    <ProblemBanner
      problem={outcome}
      title={text.failedTitle}
      className="mb-2"
      actions={isConflict && <Button onClick={onTakeLatest}>{text.takeLatest}</Button>}
    >
      {isConflict ? text.conflict : problemText(outcome)}
    </ProblemBanner>
  );
}

type PlaceFieldProps = { entryId: string; name: string; place: number; error: string | undefined; order: EntryOrder };

/** The place as a number. Another one moves the entry when the field is left; a button that is being pressed takes it itself. */
export function PlaceField({ entryId, name, place, error, order }: PlaceFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const id = placeId(entryId);

  useEffect(() => {
    if (input.current) input.current.value = String(place);
  }, [place]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    order.enter(entryId);
  };

  return (
    <TextInput
      id={id}
      ref={input}
      numeric
      defaultValue={place}
      maxLength={4}
      aria-label={placeLabel(name)}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, { error })}
      className="w-16!"
      onInput={({ currentTarget }) => order.type(entryId, currentTarget.value)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onKeyDown={onKeyDown}
      onBlur={order.leave}
    />
  );
}

/** `place` of `count` in the category. */
type OrderRowProps = { entry: OrderedEntry; place: number; count: number; order: EntryOrder };

/** What is said about a row widens no column. */
const TAKES_NO_WIDTH = 'w-0 min-w-full';

/** Only what does something: a category's first entry can't go up, its last one can't go down, a single one has one place. */
export function OrderRow({ entry, place, count, order }: OrderRowProps) {
  const { id, name } = entry;
  const error = order.wrong?.id === id ? order.wrong.message : undefined;
  const storedPlace = order.storedPlace(id, place);
  const button = (direction: Direction, label: string) => (
    <Button
      id={moveId(direction, id)}
      aria-label={label}
      onClick={({ detail }) => order.step(id, direction, detail > 1)}
      className={direction === 'down' ? 'col-start-2' : ''}
    >
      {text[direction]}
    </Button>
  );
  return (
    <tr>
      <td>
        {count > 1 ? (
          <PlaceField entryId={id} name={name} place={place} error={error} order={order} />
        ) : (
          <span>{place}</span>
        )}
      </td>
      <th scope="row">
        <span>{name}</span>
        <div className={TAKES_NO_WIDTH}>
          {storedPlace !== null && <p className="text-dns-14N-130">{storedPlaceText(storedPlace)}</p>}
          <ErrorText id={placeId(id)}>{error}</ErrorText>
        </div>
      </th>
      <td>
        <div className="grid grid-cols-[3.75rem_3.75rem] gap-x-3">
          {place > 1 && button('up', upLabel(name))}
          {place < count && button('down', downLabel(name))}
        </div>
      </td>
      <td>{entry.departmentName}</td>
      <td className="nowrap">{entry.isPriority ? text.isPriority : text.notPriority}</td>
    </tr>
  );
}

const COLUMNS = ['place', 'name', 'move', 'department', 'priority'] as const;

/** The second click of a double click may meet the place where the button was. */
const keepFocus = (event: MouseEvent): void => {
  if (event.detail > 1 && !(event.target instanceof HTMLInputElement)) event.preventDefault();
};

type OrderEditorProps = { year: number; initial: YearOrder; listHref: string };

export function OrderEditor({ year, initial, listHref }: OrderEditorProps) {
  const order = useEntryOrder(year, initial);
  const { outcome, isDirty } = order;
  useSaveKeys(order.save);
  return (
    <HydratedForm noValidate onSubmit={(event) => event.preventDefault()} onMouseDown={keepFocus}>
      <PageHeader
        title={text.titleOf(year)}
        actions={<BackLink label={text.backToList} href={listHref} className="link" />}
      />
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
      <ActBar
        state={outcome === 'saving' ? editorText.saving : order.spoken + (isDirty ? text.unsaved : '')}
        notice={outcome && <OrderOutcome outcome={outcome} onTakeLatest={order.takeLatest} />}
      >
        <Button variant="primary" onClick={order.save} aria-keyshortcuts={editorText.shortcutSave}>
          {text.save}
        </Button>
      </ActBar>
    </HydratedForm>
  );
}
