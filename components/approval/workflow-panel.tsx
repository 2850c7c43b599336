'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { NoticeBanner } from '@/components/form/problem-banner';
import { Button, ButtonLink } from '@/components/ui/button';
import { ConfirmedButton } from '@/components/ui/dialog';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { type NewestDecision, WORKFLOW, type WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { entryText, withdrawText } from '@/lib/text/entry/entry';
import { entryStepText, takeBackButton } from '@/lib/text/entry/entry-steps';
import { ReasonForm, UnsentReasonDialog } from './reason-form';
import { UnsentReasons, useUnsentReasons } from './unsent-reasons';
import { useWorkflow } from './use-workflow';
import { useReviewKeys, useWayOn } from './way-on';

export const buttonId = (action: WorkflowAction): string => `workflow-${action}`;

type WorkflowButtonProps = {
  action: WorkflowAction;
  entryName: string;
  /** What takeBack takes back. */
  takes: NewestDecision['action'] | null;
  checkHref: string;
  isExpanded: boolean;
  /** The one filled button of the view. */
  isNext: boolean;
  onPress: () => void;
};

/** 提出 begins with looking through, 取下げ asks, and what needs a reason opens its form. */
export function WorkflowButton({
  action,
  entryName,
  takes,
  checkHref,
  isExpanded,
  isNext,
  onPress,
}: WorkflowButtonProps) {
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
        label={entryStepText.withdraw.button}
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
      aria-expanded={WORKFLOW[action].reason === 'required' ? isExpanded : undefined}
    >
      {takes ? takeBackButton(takes) : entryStepText[action].button}
    </Button>
  );
}

type WorkflowPanelProps = {
  entry: EntryView;
  /** Submitting starts with looking through what will be submitted. */
  checkHref: string;
  /** The next of a queue, null behind its last: there the keys of a review work. */
  nextHref?: string | null;
};

type Act = { action: WorkflowAction; reason: string | undefined };

/** One button per available action. It knows no rule. */
export function WorkflowPanel({ entry, checkHref, nextHref }: WorkflowPanelProps) {
  const { refresh } = useRouter();
  const [open, setOpen] = useState<WorkflowAction | null>(null);
  const [asked, setAsked] = useState<Act | null>(null);
  const reasons = useUnsentReasons({ entryId: entry.id, available: entry.availableActions });
  const heading = useRef<HTMLHeadingElement>(null);
  const { goOn } = useWayOn();
  /** The key decides and goes on, the button stays. */
  const isGoingOn = useRef(false);

  const settle = () => {
    refresh();
    heading.current?.focus();
  };
  const { notice, conflict, reasonError, run, clearReasonError } = useWorkflow(entry, {
    onDone: (action) => {
      reasons.forget(action);
      setOpen(null);
      if (action === 'approve' && isGoingOn.current && nextHref) {
        return goOn(nextHref, { entryId: entry.id, version: entry.version, name: entry.name });
      }
      return settle();
    },
    onConflict: settle,
  });

  const unsentBeside = (action: WorkflowAction | undefined) => reasons.pending.filter((of) => of !== action);
  /** What was written for another decision is neither sent nor lost, and not passed over either. */
  const act = (action: WorkflowAction, reason?: string) =>
    unsentBeside(action).length > 0 ? setAsked({ action, reason }) : run(action, reason);
  const confirm = () => {
    setAsked(null);
    if (asked) run(asked.action, asked.reason);
  };
  const press = (action: WorkflowAction) => {
    isGoingOn.current = false;
    return WORKFLOW[action].reason === 'required' ? setOpen(action) : act(action);
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

  const approveAndGoOn = () => {
    isGoingOn.current = true;
    act('approve');
  };
  useReviewKeys({
    onNext: nextHref ? () => goOn(nextHref) : null,
    onApprove: nextHref !== undefined && isAvailable('approve') && !isAvailable(open) ? approveAndGoOn : null,
  });

  /** While a reason is written, what it is written for is the only thing to decide. */
  const shown = isAvailable(open) ? [open] : entry.availableActions;

  return (
    <section aria-labelledby="workflow" className="rounded-8 border border-solid-gray-420 p-4">
      <h2 id="workflow" ref={heading} tabIndex={-1} className="text-std-18B-160">
        {entryText.workflow}
      </h2>
      <StatusRegion className="mt-2">
        {notice && <NoticeBanner notice={notice} />}
        {conflict && (
          <NotificationBanner kind="warning" title={conflict.title}>
            {conflict.details}
          </NotificationBanner>
        )}
      </StatusRegion>
      {entry.isOwnWork && <p className="mt-2">{entryText.ownWork(entry.deciders)}</p>}
      {entry.availableActions.length === 0 && !entry.isOwnWork && <p className="mt-2">{entryText.noAction}</p>}
      {entry.availableActions.length > 0 && (
        <div className="mt-3 flex flex-wrap gap-3">
          {shown.map((action) => (
            <WorkflowButton
              key={action}
              action={action}
              entryName={entry.name}
              takes={action === 'takeBack' ? entry.newestDecision : null}
              checkHref={checkHref}
              isExpanded={open === action}
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
          onSend={(reason) => act(open, reason)}
          onCancel={() => cancel(open)}
        />
      )}
      <UnsentReasons
        typed={reasons.typed}
        pending={reasons.pending}
        open={isAvailable(open) ? open : null}
        onResume={setOpen}
        onDiscard={discard}
      />
      <UnsentReasonDialog
        action={asked?.action ?? null}
        unsent={unsentBeside(asked?.action)}
        onCancel={() => setAsked(null)}
        onConfirm={confirm}
      />
    </section>
  );
}
