'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ConflictPanel } from '@/components/entry/late-conflict-panel';
import { StatusLabel } from '@/components/entry/status-label';
import { openFinding } from '@/components/findings/open-finding';
import { useEditorFindings } from '@/components/findings/use-editor-findings';
import { RestoreBanner, SaveFailure } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { useFirstFocus } from '@/components/form/use-first-focus';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { BackLink } from '@/components/shell/kept-query';
import { PageHeader } from '@/components/shell/page-header';
import { ErrorSummary } from '@/components/ui/error-summary';
import { StatusRegion } from '@/components/ui/status-region';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Choice } from '@/lib/domain/choice';
import { type Side, typedFields, undecidedFields } from '@/lib/domain/draft/draft';
import { TYPED_FIELDS, type TypedField } from '@/lib/domain/entry/entry-fields';
import type { EntryFieldsText } from '@/lib/domain/entry/entry-input';
import type { LastYearChoices, LastYearSource, LastYearTexts } from '@/lib/domain/entry/entry-view';
import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import type { EntryFinding } from '@/lib/domain/findings/check';
import { type FindingReason, openErrors } from '@/lib/domain/findings/finding-reasons';
import type { DictionaryRule } from '@/lib/domain/findings/house-dictionary';
import { entryPaths } from '@/lib/routes';
import { entryFieldText } from '@/lib/text/entry/entry';
import { editorText, saveFailureText } from '@/lib/text/entry/entry-editor';
import { otherVersionText } from '@/lib/text/other-version';
import { EditorBar } from './editor-bar';
import { EditorFields } from './editor-fields';
import { EditorItems, FIELDS_ON_SCREEN } from './editor-items';
import type { Checked } from './editor-row';
import { useAutosave } from './use-autosave';
import { type EntryForm, useEntryDraft } from './use-entry-draft';

type EntryEditorProps = {
  year: number;
  /** null: the entry is not stored yet. */
  entryId: string | null;
  version: number;
  status: EntryStatus;
  initial: EntryFieldsText;
  title: string;
  lastYearAmount: number | null;
  lastYearSource: LastYearSource;
  /** null: last year's entry speaks for itself. */
  lastYearChoices: LastYearChoices | null;
  /** null: last year has no entry of this project. */
  lastYearTexts: LastYearTexts | null;
  department: Choice;
  categories: readonly Choice[];
  back: { label: string; href: string };
  dictionary: readonly DictionaryRule[];
  findingReasons: readonly FindingReason[];
  /** What the checks found in what is stored. */
  findings: readonly EntryFinding[];
  /** Until when it has to be submitted. */
  deadline?: ReactNode;
  /** Above the fields: why the entry came back. */
  children?: ReactNode;
};

/** What had the focus is about to go: it moves on to a field. */
function focusField(field: TypedField | undefined): void {
  const found = field && document.getElementById(field);
  (found || document.getElementById('name'))?.focus();
}

/** How much stands against it, and the way from one to the next, in the order of the fields. */
function useProblems(form: EntryForm, { findings, reasons }: Checked) {
  const shown = useRef(-1);
  const { errors } = form.formState;
  const fields = TYPED_FIELDS.filter((field) => errors[field]);
  const open = openErrors(findings, reasons).length;
  const stops = FIELDS_ON_SCREEN.flatMap((field) => [
    ...(errors[field] ? [() => focusField(field)] : []),
    ...findings.filter(({ place }) => place === field).map((finding) => () => openFinding(finding)),
  ]);
  return {
    errors: fields.length + open,
    warnings: findings.length - open,
    onNext: () => {
      shown.current = (shown.current + 1) % stops.length;
      stops[shown.current]?.();
    },
  };
}

export function EntryEditor(props: EntryEditorProps) {
  const { year, categories } = props;
  const panel = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState(0);
  const [notice, setNotice] = useState('');
  const [isQuiet, setQuiet] = useState(true);
  const { draft, status, storedId } = useEntryDraft({
    ...props,
    onDone: () => {
      if (panel.current?.contains(document.activeElement)) focusField(draft.conflict?.fields[0]);
      setNotice('');
      setAsked(0);
    },
  });
  const unstored = useAutosave(draft);
  const { form, element, conflict, taken, saving, copies } = draft;
  const lastYear = { year, lastYear: props.lastYearAmount, choices: props.lastYearChoices };
  const { findings, isOutdated } = useEditorFindings(
    form,
    { ...lastYear, dictionary: props.dictionary },
    props.findings,
  );
  const checked = { findings, reasons: props.findingReasons };
  const problems = useProblems(form, checked);
  const isHydrated = useHydrated();
  useEffect(() => {
    const field = TYPED_FIELDS.find((name) => location.hash === `#${name}`);
    if (isHydrated && field) document.getElementById(field)?.focus();
  }, [isHydrated]);
  useFirstFocus(props.entryId === null ? 'name' : null);

  const saveNow = async (): Promise<boolean> => {
    setQuiet(false);
    if (undecidedFields({ conflict }).length > 0) {
      setNotice(editorText.chooseFirst);
      panel.current?.focus();
      return false;
    }
    const isSaved = (await draft.store()) === 'saved';
    if (!isSaved && draft.current().conflict) setAsked((count) => count + 1);
    return isSaved;
  };

  const check = async () => {
    copies.flush();
    const isStored = storedId() !== null && !draft.isUnsaved();
    if (!isStored && !(await saveNow())) return;
    const entryId = storedId();
    if (entryId && !draft.isUnsaved()) location.assign(entryPaths(year, entryId).confirm);
  };

  const decide = (field: TypedField, side: Side) => {
    draft.tell({ kind: 'chosen', field, side });
    setNotice('');
  };

  useSaveKeys(saveNow, check);
  const isNoticed = saving.kind === 'failed' || copies.found.length > 0;
  const takenFields = taken?.fields.map((field) => entryFieldText[field]) ?? [];

  return (
    <HydratedForm
      noValidate
      onBlur={element.onBlur}
      onInput={() => setQuiet(true)}
      onSubmit={(event) => event.preventDefault()}
    >
      <ErrorSummary errors={draft.summary} submission={draft.submission} />
      <div className="mb-4 border-b border-solid-gray-420">
        <PageHeader
          title={props.title}
          meta={<StatusLabel status={status} />}
          actions={
            <>
              <p className="text-dns-14N-130">
                <span className="sr-only">{entryFieldText.departmentId}：</span>
                {props.department.name}
              </p>
              {props.deadline}
              <BackLink {...props.back} className="link" />
            </>
          }
        />
      </div>
      <div className="editor">
        <EditorItems form={form} lastYearTexts={props.lastYearTexts} {...checked} />
        <div className="min-w-0">
          <StatusRegion>
            {taken && <p className="mb-4">{otherVersionText.taken(taken.change, takenFields)}</p>}
            {notice && <p className="mb-4">{notice}</p>}
            {isOutdated && <p className="mb-4">{editorText.noFindings}</p>}
            {copies.hasNoStorage && <p className="mb-4">{saveFailureText.noStorage}</p>}
          </StatusRegion>
          {conflict && (
            <ConflictPanel
              ref={panel}
              asked={asked}
              conflict={conflict}
              contents={{ mine: typedFields(draft.current()), theirs: draft.current().theirs }}
              status={status}
              categories={categories}
              projects={props.lastYearChoices?.projects ?? []}
              onChoose={decide}
              onSave={saveNow}
            />
          )}
          {props.children}
          <EditorFields
            form={form}
            error={draft.messageOf}
            categories={categories}
            lastYearSource={props.lastYearSource}
            lastYearTexts={props.lastYearTexts}
            {...lastYear}
            {...checked}
          />
        </div>
      </div>
      <EditorBar
        isLocked={conflict?.isLocked === true}
        state={saving}
        isDirty={draft.isDirty}
        isAsking={conflict?.isLocked === false}
        {...unstored}
        {...problems}
        isQuiet={isQuiet}
        notice={
          isNoticed && (
            <>
              {saving.kind === 'failed' && (
                <SaveFailure problem={saving.problem} isKept={copies.isKept} titles={saveFailureText} />
              )}
              <RestoreBanner draft={draft} onDone={setNotice} />
            </>
          )
        }
        onSave={saveNow}
        onCheck={check}
      />
    </HydratedForm>
  );
}
