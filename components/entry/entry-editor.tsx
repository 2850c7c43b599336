'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useForm } from 'react-hook-form';
import { LiveForm } from '@/components/form/live-form';
import { useFieldChecks } from '@/components/form/use-field-checks';
import { useFirstFocus } from '@/components/form/use-first-focus';
import { useIsAlive } from '@/components/form/use-is-alive';
import { useLeaveWarning } from '@/components/form/use-leave-warning';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { ErrorSummary } from '@/components/ui/error-summary';
import { StatusRegion } from '@/components/ui/status-region';
import type { Choice } from '@/lib/domain/choice';
import { type EntryFields, type EntryFieldsText, entryFieldsInput } from '@/lib/domain/entry';
import { changedFields, type Side } from '@/lib/domain/entry-difference';
import { TYPED_FIELDS, type TypedField } from '@/lib/domain/entry-fields';
import type { LastYearChoices } from '@/lib/domain/entry-view';
import type { EntryStatus } from '@/lib/domain/entry-workflow';
import { entryPaths } from '@/lib/domain/paths';
import { conflictText, restoreText, saveFailureText } from '@/lib/text/entry-editor';
import { CompletenessNav } from './completeness-nav';
import { ConflictPanel } from './conflict-panel';
import type { DeviceCopy } from './device-copy';
import type { CopyOwner } from './device-store';
import { EditorBar } from './editor-bar';
import { EditorFields } from './editor-fields';
import { type Base, summaryErrors } from './editor-form';
import { RestoreBanner } from './restore-banner';
import { SaveFailure } from './save-failure';
import { undecided, useConflict } from './use-conflict';
import { useDeviceCopy } from './use-device-copy';
import { useEntrySaving } from './use-entry-saving';

type EntryEditorProps = {
  owner: CopyOwner;
  year: number;
  /** null: the entry is not stored yet. */
  entryId: string | null;
  version: number;
  status: EntryStatus;
  initial: EntryFieldsText;
  title: string;
  lastYearAmount: number | null;
  /** null: last year's entry speaks for itself. */
  lastYearChoices: LastYearChoices | null;
  department: Choice;
  categories: readonly Choice[];
  back: { label: string; href: string };
  /** Above the fields: why the entry came back. */
  children?: ReactNode;
};

/** What had the focus is about to go: it moves on to a field. */
function focusField(field: TypedField | undefined): void {
  const found = field && document.getElementById(field);
  (found || document.getElementById('name'))?.focus();
}

export function EntryEditor(props: EntryEditorProps) {
  const { owner, year, initial, categories } = props;
  const form = useForm<EntryFieldsText, unknown, EntryFields>({
    defaultValues: initial,
    resolver: zodResolver(entryFieldsInput),
    mode: 'onSubmit',
    shouldFocusError: false,
  });
  const base = useRef<Base>({ entryId: props.entryId, version: props.version, fields: initial });
  const panel = useRef<HTMLElement>(null);
  const [submission, setSubmission] = useState(0);
  const [notice, setNotice] = useState('');
  const copy = useDeviceCopy({ form, base, owner, year });
  const { conflict, open, choose, close } = useConflict(form, base);
  const { state, save } = useEntrySaving({
    form,
    base,
    year,
    newEntryId: copy.newEntryId,
    onInvalid: () => setSubmission((count) => count + 1),
    onConflict: (latest, mine, isAsked) => {
      flushSync(() => open(latest, mine));
      copy.flush();
      if (isAsked) panel.current?.focus();
    },
    onSaved: (before) => {
      if (panel.current?.contains(document.activeElement)) focusField(conflict?.fields[0]);
      close();
      setSubmission(0);
      setNotice('');
      copy.forget(before);
      const { entryId } = base.current;
      if (entryId && before.entryId === null) history.replaceState(null, '', entryPaths(year, entryId).edit);
    },
  });
  useLeaveWarning(copy.isDirty, copy.differs);

  const isAlive = useIsAlive();
  useEffect(() => {
    const field = TYPED_FIELDS.find((name) => location.hash === `#${name}`);
    if (isAlive && field) document.getElementById(field)?.focus();
  }, [isAlive]);
  useFirstFocus(props.entryId === null ? 'name' : null);

  const saveNow = async (): Promise<boolean> => {
    if (conflict && undecided(conflict) > 0) {
      setNotice(conflictText.chooseFirst);
      panel.current?.focus();
      return false;
    }
    return save();
  };

  const check = async () => {
    copy.flush();
    const isStored = base.current.entryId !== null && !copy.differs();
    if (!isStored && !(await saveNow())) return;
    const { entryId } = base.current;
    if (entryId && !copy.differs()) location.assign(entryPaths(year, entryId).confirm);
  };

  const restore = (found: DeviceCopy) => {
    copy.take(found);
    for (const field of TYPED_FIELDS) form.setValue(field, found.fields[field], { shouldValidate: true });
    copy.flush();
    setNotice(restoreText.restored);
    focusField(changedFields(base.current.fields, found.fields)[0]);
  };

  const discard = (found: DeviceCopy) => {
    copy.drop(found);
    setNotice(restoreText.discarded);
    focusField(undefined);
  };

  const decide = (field: TypedField, side: Side) => {
    choose(field, side);
    setNotice('');
  };

  useSaveKeys(saveNow, check);
  const onBlur = useFieldChecks(form);

  return (
    <LiveForm noValidate onBlur={onBlur} onSubmit={(event) => event.preventDefault()}>
      <ErrorSummary errors={submission > 0 ? summaryErrors(form.formState.errors) : []} submission={submission} />
      <EditorBar
        title={props.title}
        status={conflict?.latest.status ?? props.status}
        isLocked={conflict?.latest.canEdit === false}
        back={props.back}
        state={state}
        isDirty={copy.isDirty}
        notice={copy.found.length > 0 && <RestoreBanner copies={copy.found} onRestore={restore} onDiscard={discard} />}
        onSave={saveNow}
        onCheck={check}
      />
      <div className="grid gap-x-8 gap-y-3 desktop:grid-cols-[9rem_minmax(0,1fr)]">
        <CompletenessNav form={form} />
        <div className="min-w-0">
          <StatusRegion>
            <SaveFailure state={state} />
            {notice && <p className="mb-4">{notice}</p>}
            {copy.hasNoStorage && <p className="mb-4">{saveFailureText.noStorage}</p>}
          </StatusRegion>
          {conflict && (
            <ConflictPanel
              ref={panel}
              conflict={conflict}
              categories={categories}
              projects={props.lastYearChoices?.projects ?? []}
              onChoose={decide}
              onSave={saveNow}
            />
          )}
          {props.children}
          <EditorFields
            form={form}
            department={props.department}
            categories={categories}
            lastYearAmount={props.lastYearAmount}
            lastYearChoices={props.lastYearChoices}
          />
        </div>
      </div>
    </LiveForm>
  );
}
