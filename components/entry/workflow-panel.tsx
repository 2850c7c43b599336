'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { ProblemBanner } from '@/components/form/problem-banner';
import { Button, ButtonLink } from '@/components/ui/button';
import { ConfirmedButton } from '@/components/ui/confirmed-button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import type { EntryView } from '@/lib/domain/entry-view';
import { WORKFLOW, type WorkflowAction } from '@/lib/domain/entry-workflow';
import { entryText, withdrawText } from '@/lib/text/entry';
import { workflowText } from '@/lib/text/terms';
import { KeptReasons } from './kept-reasons';
import { ReasonForm } from './reason-form';
import { useReasons } from './use-reasons';
import { type Outcome, useWorkflow } from './use-workflow';

type WorkflowPanelProps = {
  entry: EntryView;
  /** Submitting starts with looking through what will be submitted. */
  checkHref: string;
};

const buttonId = (action: WorkflowAction): string => `workflow-${action}`;

function OutcomeBanner({ outcome }: { outcome: Outcome }) {
  if (outcome.kind === 'error') return <ProblemBanner problem={outcome.problem} />;
  return (
    <NotificationBanner kind={outcome.kind} title={outcome.title}>
      {outcome.details}
    </NotificationBanner>
  );
}

type ActionProps = {
  action: WorkflowAction;
  entryName: string;
  checkHref: string;
  isOpen: boolean;
  /** The one filled button of the view. */
  isNext: boolean;
  onPress: () => void;
};

/** 提出 begins with looking through, 取下げ asks, and what needs a reason opens its form. */
function Action({ action, entryName, checkHref, isOpen, isNext, onPress }: ActionProps) {
  if (action === 'submit') {
    return (
      <ButtonLink variant="primary" href={checkHref}>
        {entryText.check}
      </ButtonLink>
    );
  }
  if (action === 'withdraw') {
    return (
      <ConfirmedButton
        label={workflowText.withdraw}
        title={withdrawText.title(entryName)}
        final={withdrawText.final}
        onConfirm={onPress}
      >
        {withdrawText.body}
      </ConfirmedButton>
    );
  }
  return (
    <Button
      id={buttonId(action)}
      variant={isNext ? 'primary' : 'secondary'}
      onClick={onPress}
      aria-expanded={WORKFLOW[action].reason === 'required' ? isOpen : undefined}
    >
      {workflowText[action]}
    </Button>
  );
}

/** One button per available action. It knows no rule. */
export function WorkflowPanel({ entry, checkHref }: WorkflowPanelProps) {
  const { refresh } = useRouter();
  const [open, setOpen] = useState<WorkflowAction | null>(null);
  const reasons = useReasons();
  const heading = useRef<HTMLHeadingElement>(null);

  const settle = () => {
    refresh();
    heading.current?.focus();
  };
  const { outcome, reasonError, run, clearReasonError } = useWorkflow(entry, {
    onDone: () => {
      reasons.clear();
      setOpen(null);
      settle();
    },
    onConflict: settle,
  });

  const press = (action: WorkflowAction) => {
    if (WORKFLOW[action].reason === 'required') setOpen(action);
    else run(action);
  };
  const discard = (action: WorkflowAction) => {
    reasons.forget(action);
    heading.current?.focus();
  };
  const cancel = (action: WorkflowAction) => {
    setOpen(null);
    clearReasonError();
    document.getElementById(buttonId(action))?.focus();
  };
  const isAvailable = (action: WorkflowAction | null): action is WorkflowAction =>
    action !== null && entry.availableActions.includes(action);

  return (
    <section aria-labelledby="workflow" className="rounded-8 border border-solid-gray-420 p-4">
      <h2 id="workflow" ref={heading} tabIndex={-1} className="text-std-18B-160">
        {entryText.workflow}
      </h2>
      <StatusRegion className="mt-2">{outcome && <OutcomeBanner outcome={outcome} />}</StatusRegion>
      {entry.isOwnWork && <p className="mt-2">{entryText.ownWork(entry.deciders)}</p>}
      {entry.availableActions.length === 0 && !entry.isOwnWork && <p className="mt-2">{entryText.noAction}</p>}
      {entry.availableActions.length > 0 && (
        <div className="mt-3 flex flex-wrap gap-3">
          {entry.availableActions.map((action) => (
            <Action
              key={action}
              action={action}
              entryName={entry.name}
              checkHref={checkHref}
              isOpen={open === action}
              isNext={action === 'approve' && !isAvailable(open)}
              onPress={() => press(action)}
            />
          ))}
        </div>
      )}
      {isAvailable(open) && (
        <ReasonForm
          key={open}
          action={open}
          initial={reasons.typed[open] ?? ''}
          error={reasonError}
          onTyped={(reason) => {
            clearReasonError();
            reasons.keep(open, reason);
          }}
          onSend={(reason) => run(open, reason)}
          onCancel={() => cancel(open)}
        />
      )}
      <KeptReasons typed={reasons.typed} available={entry.availableActions} onDiscard={discard} />
    </section>
  );
}
