'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CommandNotice } from '@/components/admin/command-notice';
import { ActBar } from '@/components/form/act-bar';
import { HydratedForm } from '@/components/form/hydrated-form';
import { type PartsOutcome, useFormParts } from '@/components/form/use-form-parts';
import { useIsAnythingChanged } from '@/components/form/use-leave-warning';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { BackLink } from '@/components/shell/kept-query';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { NotificationBanner } from '@/components/ui/notification-banner';
import type { YearSettings } from '@/lib/domain/year/year-settings';
import { paths, yearPaths } from '@/lib/routes';
import { editorText } from '@/lib/text/entry/entry-editor';
import { lastYearAmountsText } from '@/lib/text/entry/last-year-amounts';
import { adminText } from '@/lib/text/shell';
import { yearSettingsText as text } from '@/lib/text/year/year-settings';
import { CategoriesTable } from './categories-table';
import { DocumentTextsForm } from './document-texts-form';

type SettingsOutcomeProps = {
  outcome: PartsOutcome;
  /** Something was typed since the press. */
  isChanged: boolean;
  nameOf: (id: string) => string;
};

/** What came of one save: which parts are stored, and which say for themselves why not. */
export function SettingsOutcome({ outcome: { saved, failed }, isChanged, nameOf }: SettingsOutcomeProps) {
  if (failed.length > 0) {
    return (
      <NotificationBanner kind="warning" title={text.notSaved(failed.map(nameOf))} className="mb-2">
        {saved.length > 0 && text.savedOnes(saved.map(nameOf))}
      </NotificationBanner>
    );
  }
  if (isChanged) return null;
  if (saved.length > 0) return <NotificationBanner kind="success" title={adminText.saved} className="mb-2" />;
  return <NotificationBanner kind="info" title={text.unchanged} className="mb-2" />;
}

type YearSettingsFormProps = {
  settings: YearSettings;
  /** Above the fields. */
  children?: ReactNode;
};

const TEXTS = 'texts';

type UnsavedProps = { labels: readonly string[]; onUndo: () => void };

/** What isn't stored, by name, and the way back. */
function Unsaved({ labels, onUndo }: UnsavedProps) {
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      <b>{text.unsaved(labels.length)}</b>
      <span className="max-w-[36rem] truncate">{labels.join('、')}</span>
      <Button variant="text" onClick={onUndo}>
        {text.undo}
      </Button>
    </span>
  );
}

export function YearSettingsForm({ settings, children }: YearSettingsFormProps) {
  const { year, categories, last } = settings;
  const form = useRef<HTMLFormElement>(null);
  const ids = [...categories.map(({ id }) => id), TEXTS];
  const { save, isSaving, outcome, stateOf, undo, submission, part } = useFormParts(ids);
  const isAnythingChanged = useIsAnythingChanged();
  const [ended, setEnded] = useState<string | null>(null);
  const said = useRef<HTMLDivElement>(null);
  const state = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ended) said.current?.focus();
  }, [ended]);
  useSaveKeys(save);
  const nameOf = (id: string) => categories.find((category) => category.id === id)?.name ?? text.fields;
  const unsaved = ids.flatMap((id) =>
    stateOf(id).changed.map((label) => (id === TEXTS ? label : text.fieldOf(nameOf(id), label))),
  );

  useEffect(() => {
    if (!outcome || outcome.failed.length === 0 || form.current?.querySelector('[aria-invalid="true"]')) return;
    form.current?.querySelector('[role="alert"]:not(:empty)')?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);

  const errors = ids.flatMap((id) =>
    stateOf(id).errors.map(({ fieldId, message }) => ({ fieldId, message: text.wrongIn(nameOf(id), message) })),
  );
  const undoAll = () => {
    undo();
    // Its button goes.
    state.current?.focus();
  };
  const progress = unsaved.length > 0 && <Unsaved labels={unsaved} onUndo={undoAll} />;
  return (
    <HydratedForm
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorSummary errors={errors} submission={submission} />
      <PageHeader
        title={text.title(year)}
        meta={<span className="text-dns-14N-130">{text.lead}</span>}
        actions={
          <>
            <a href={yearPaths(year).lastYear} className="link">
              {lastYearAmountsText.link}
            </a>
            <a href="#add-category-name" className="link">
              {text.add}
            </a>
            <BackLink label={text.backToYears} href={paths.years} className="link" />
          </>
        }
      />
      {children}
      <CommandNotice notice={ended === null ? null : { kind: 'success', text: text.ended(ended) }} ref={said} />
      {categories.length === 0 ? (
        <p>{text.empty}</p>
      ) : (
        <CategoriesTable year={year} categories={categories} last={last} part={part} onEnded={setEnded} />
      )}
      <DocumentTextsForm settings={settings} {...part(TEXTS)} />
      <ActBar
        state={isSaving ? editorText.saving : progress}
        stateRef={state}
        notice={outcome && <SettingsOutcome outcome={outcome} isChanged={isAnythingChanged} nameOf={nameOf} />}
      >
        <Button type="submit" variant="primary" aria-keyshortcuts={editorText.shortcutSave}>
          {adminText.save}
        </Button>
      </ActBar>
    </HydratedForm>
  );
}
