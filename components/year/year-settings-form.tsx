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
import { CategoryForm } from './category-form';
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

export function YearSettingsForm({ settings, children }: YearSettingsFormProps) {
  const { year, categories } = settings;
  const form = useRef<HTMLFormElement>(null);
  const ids = [...categories.map(({ id }) => id), TEXTS];
  const { save, isSaving, outcome, errorsOf, submission, part } = useFormParts(ids);
  const isChanged = useIsAnythingChanged();
  const [ended, setEnded] = useState<string | null>(null);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ended) said.current?.focus();
  }, [ended]);
  useSaveKeys(save);
  const nameOf = (id: string) => categories.find((category) => category.id === id)?.name ?? text.fields;

  useEffect(() => {
    if (!outcome || outcome.failed.length === 0 || form.current?.querySelector('[aria-invalid="true"]')) return;
    form.current?.querySelector('[role="alert"]:not(:empty)')?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);

  const errors = ids.flatMap((id) =>
    errorsOf(id).map(({ fieldId, message }) => ({ fieldId, message: text.wrongIn(nameOf(id), message) })),
  );
  const progress = isChanged ? editorText.unsaved : '';
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
        actions={<BackLink label={text.backToYears} href={paths.years} className="link" />}
      />
      {children}
      <p className="mb-4">
        <a href={yearPaths(year).lastYear} className="link">
          {lastYearAmountsText.link}
        </a>
      </p>
      <h2 className="mb-3 text-std-18B-160">{text.categories}</h2>
      <CommandNotice notice={ended === null ? null : { kind: 'success', text: text.ended(ended) }} ref={said} />
      {categories.length === 0 && <p>{text.empty}</p>}
      {categories.map((category, index) => (
        <CategoryForm
          key={category.id}
          year={year}
          category={category}
          place={index + 1}
          count={categories.length}
          onEnded={setEnded}
          {...part(category.id)}
        />
      ))}
      <DocumentTextsForm settings={settings} {...part(TEXTS)} />
      <ActBar
        state={isSaving ? editorText.saving : progress}
        notice={outcome && <SettingsOutcome outcome={outcome} isChanged={isChanged} nameOf={nameOf} />}
      >
        <Button type="submit" variant="primary" aria-keyshortcuts={editorText.shortcutSave}>
          {adminText.save}
        </Button>
      </ActBar>
    </HydratedForm>
  );
}
