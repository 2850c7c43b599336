'use client';

import { useEffect, useRef, useState } from 'react';
import { draftField } from '@/components/form/draft-field';
import { DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { useDraft } from '@/components/form/use-draft';
import { Button, ButtonLink } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { changePasswordAction } from '@/lib/actions/sign-in';
import { changePasswordInput } from '@/lib/domain/sign-in/password';
import { passwordText } from '@/lib/text/sign-in/sign-in';
import { uiText } from '@/lib/text/ui';
import { PasswordInput } from './password-input';

const LABELS = { current: passwordText.current, next: passwordText.next, repeat: passwordText.repeat };

/** Takes the focus: the form that had it is gone. */
function Changed({ next }: { next: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <>
      <h1 className="text-std-22B-150">{passwordText.title}</h1>
      <div ref={box} tabIndex={-1} className="mt-6">
        <NotificationBanner kind="success" title={passwordText.changed}>
          {passwordText.othersEnded}
        </NotificationBanner>
      </div>
      <p className="mt-6">
        <ButtonLink href={next} variant="primary" size="large">
          {passwordText.continue}
        </ButtonLink>
      </p>
    </>
  );
}

type PasswordFormProps = {
  loginId: string;
  isInitial: boolean;
  /** Where it leads: a path that has been checked. */
  next: string;
};

export function PasswordForm({ loginId, isInitial, next }: PasswordFormProps) {
  const [isChanged, setIsChanged] = useState(false);
  const draft = useDraft({
    schema: changePasswordInput,
    stored: { version: 0, fields: { current: '', next: '', repeat: '' } },
    labels: LABELS,
    prefix: 'password',
    send: changePasswordAction,
    onDone: () => setIsChanged(true),
  });
  const { form, element, summary, submission } = draft;
  const field = draftField(draft);
  if (isChanged) return <Changed next={next} />;
  return (
    <>
      <ErrorSummary errors={summary} submission={submission} />
      <h1 className="text-std-22B-150">{passwordText.title}</h1>
      {isInitial && <NotificationBanner kind="warning" title={passwordText.mustChange} className="mt-4" />}
      <HydratedForm {...element} className="mt-6 flex flex-col gap-6">
        <input type="text" name="username" defaultValue={loginId} autoComplete="username" hidden />
        <Field {...field('current')} required>
          {(control) => (
            <PasswordInput
              {...control}
              {...form.register('current')}
              label={LABELS.current}
              autoComplete="current-password"
            />
          )}
        </Field>
        <Field {...field('next')} required support={passwordText.nextSupport}>
          {(control) => (
            <PasswordInput {...control} {...form.register('next')} label={LABELS.next} autoComplete="new-password" />
          )}
        </Field>
        <Field {...field('repeat')} required>
          {(control) => (
            <PasswordInput
              {...control}
              {...form.register('repeat')}
              label={LABELS.repeat}
              autoComplete="new-password"
            />
          )}
        </Field>
        <DraftNotice draft={draft} />
        <p className="flex flex-wrap items-center gap-6">
          <Button type="submit" variant="primary" size="large">
            {passwordText.submit}
          </Button>
          {!isInitial && (
            <a href="/" className="link">
              {uiText.backToHome}
            </a>
          )}
        </p>
      </HydratedForm>
    </>
  );
}
