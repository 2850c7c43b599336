'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { ActBar } from '@/components/form/act-bar';
import { NoticeBanner } from '@/components/form/problem-banner';
import { Button, ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import { NotificationBanner } from '@/components/ui/notification-banner';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { WORKFLOW, WORKFLOW_ACTIONS, type WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { decisionText } from '@/lib/text/entry/approvals';
import { entryText } from '@/lib/text/entry/entry';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { formatTime } from '@/lib/text/format';
import { uiText } from '@/lib/text/ui';
import { useHeldWays, wantedWay } from './held-ways';
import { JustDecided } from './just-decided';
import { NextApproval, type NextEntry } from './next-approval';
import { REASON_FORM, ReasonForm, UnsentReasonDialog } from './reason-form';
import { TO_MEND, toMendIn } from './to-mend-choice';
import { UnsentReasons, useUnsentReasons } from './unsent-reasons';
import { type Act, useWorkflow } from './use-workflow';
import { useReviewKeys, useWayOn } from './way-on';
import { buttonId, KeyHint, WorkflowButton } from './workflow-button';
import { workflowState } from './workflow-state';

/** Where the approver is in their queue. isOver: nothing waits for them, whatever it is filtered by. */
export type ReviewPlace = {
  position: number | null;
  count: number;
  next: NextEntry | null;
  isOver: boolean;
  listHref: string;
};

type WorkflowBarProps = {
  entry: EntryView;
  /** Submitting starts with looking through what will be submitted. */
  checkHref: string;
  /** Where it is edited from here. */
  editHref?: string | undefined;
  /** Of a review: there its keys work. */
  review?: ReviewPlace | null;
};

/** Their places are the same on every page, and empty where they can't be taken. */
const AT_THE_END = ['return', 'approve', 'submit'] as const satisfies WorkflowAction[];

/** Everything about an entry's decisions in one bar: one button per available action. It knows no rule. */
export function WorkflowBar({ entry, checkHref, editHref, review = null }: WorkflowBarProps) {
  const { refresh } = useRouter();
  const [open, setOpen] = useState<WorkflowAction | null>(null);
  const [asked, setAsked] = useState<Act | null>(null);
  const reasons = useUnsentReasons({ entryId: entry.id, available: entry.availableActions });
  const state = useRef<HTMLDivElement>(null);
  const { goOn } = useWayOn();
  useHeldWays();
  const nextHref = review?.next?.href ?? null;

  const settle = () => {
    refresh();
    state.current?.focus();
  };
  const { notice, conflict, reasonError, run, clearReasonError } = useWorkflow(entry, {
    onDone: ({ action, href }) => {
      reasons.forget(action);
      setOpen(null);
      const way = wantedWay();
      const decided = { action, entryId: entry.id, version: entry.version, name: entry.name };
      // A page of its own may ask first, and this one stays.
      if (way ? way.to === 'page' : !href) settle();
      if (way) way.go(decided);
      else if (href) goOn(href, 'next', decided);
    },
    onConflict: settle,
  });

  const unsentBeside = (action: WorkflowAction | undefined) => reasons.pending.filter((of) => of !== action);
  /** What was written for another decision is neither sent nor lost, and not passed over either. */
  const act = (pressed: Act) => (unsentBeside(pressed.action).length > 0 ? setAsked(pressed) : run(pressed));
  const confirm = () => {
    setAsked(null);
    if (asked) run(asked);
  };
  const press = (action: WorkflowAction) =>
    WORKFLOW[action].reason === 'required' ? setOpen(action) : act({ action });
  const discard = (action: WorkflowAction) => {
    reasons.forget(action);
    state.current?.focus();
  };
  const isAvailable = (action: WorkflowAction | null): action is WorkflowAction =>
    action !== null && entry.availableActions.includes(action);
  /** While a reason is written, what it is written for is the only thing to decide. */
  const written = isAvailable(open) ? open : null;
  const cancel = (action: WorkflowAction) => {
    setOpen(null);
    clearReasonError();
    // Drawn again by then.
    setTimeout(() => document.getElementById(buttonId(action))?.focus());
  };

  // The key decides and goes on, the button stays.
  const approveAndGoOn = () => act({ action: 'approve', href: nextHref });
  useReviewKeys({
    onNext: nextHref ? () => goOn(nextHref, 'next') : null,
    onApprove: review && isAvailable('approve') && !written ? approveAndGoOn : null,
  });

  const isComplete = entry.missing.length === 0;
  const button = (action: WorkflowAction) =>
    isAvailable(action) && (
      <WorkflowButton
        key={action}
        action={action}
        entryName={entry.name}
        takes={action === 'takeBack' ? entry.newestDecision : null}
        checkHref={checkHref}
        isNext={action === 'approve' || (action === 'submit' && isComplete)}
        hasKey={action === 'approve' && review !== null}
        onPress={() => press(action)}
      />
    );
  const others = entry.availableActions.filter(
    (action) => action !== 'takeBack' && !AT_THE_END.some((last) => last === action),
  );
  const done = notice?.kind === 'success' ? notice.text : null;
  // The page comes up to date a moment later than it is said.
  const doneAt =
    entry.isOwnUpdate && WORKFLOW_ACTIONS.some((of) => of === entry.updatedWith && entryStepText[of].done === done);

  return (
    <>
      <ActBar
        state={
          <span className="flex flex-wrap items-center gap-x-4">
            {review?.position && <span>{decisionText.place(review.position, review.count)}</span>}
            {done && !written && (
              <span className="flex items-center gap-1 text-dns-16B-130 text-green-900">
                <Icon name="check" />
                <span>{doneAt ? done + decisionText.at(formatTime(new Date(entry.updatedAt))) : done}</span>
              </span>
            )}
            <span>{workflowState({ entry, written, isDone: done !== null, review })}</span>
          </span>
        }
        stateRef={state}
        undo={!written && button('takeBack')}
        notice={
          <>
            <JustDecided focus={state} />
            {notice?.kind === 'problem' && <NoticeBanner notice={notice} />}
            {conflict && (
              <NotificationBanner kind="warning" title={conflict.title}>
                {conflict.details}
              </NotificationBanner>
            )}
            <UnsentReasons
              typed={reasons.typed}
              pending={reasons.pending}
              open={written}
              onResume={setOpen}
              onDiscard={discard}
            />
          </>
        }
        form={
          written && (
            <ReasonForm
              key={written}
              action={written}
              initial={reasons.typed[written] ?? ''}
              error={reasonError}
              onTyped={(reason) => {
                clearReasonError();
                reasons.keep(written, reason);
              }}
              toMend={reasons.typed[TO_MEND]}
              onToMend={(kept) => reasons.keep(TO_MEND, kept)}
              onSend={(reason) => act({ action: written, reason, toMend: toMendIn(reasons.typed[TO_MEND]) })}
              onCancel={() => cancel(written)}
            />
          )
        }
      >
        {written ? (
          <>
            <span className="act-next">
              <Button variant="text" onClick={() => cancel(written)}>
                {uiText.cancel}
                <KeyHint name={decisionText.keys.cancel} />
              </Button>
            </span>
            <span className="act-second">
              <Button type="submit" form={REASON_FORM} variant="primary">
                {entryStepText[written].reason?.final}
              </Button>
            </span>
            <span className="act-first" />
          </>
        ) : (
          <>
            {others.map(button)}
            {review && (
              <span className="act-next">
                <NextApproval {...review} isPrimary={!isAvailable('approve')} />
              </span>
            )}
            <span className="act-second">
              {editHref ? (
                <ButtonLink
                  href={editHref}
                  icon={<Icon name="edit" />}
                  variant={isAvailable('submit') && !isComplete ? 'primary' : 'secondary'}
                >
                  {entryText.edit}
                </ButtonLink>
              ) : (
                button('return')
              )}
            </span>
            <span className="act-first">{button('approve') || button('submit')}</span>
          </>
        )}
      </ActBar>
      <UnsentReasonDialog
        action={asked?.action ?? null}
        unsent={unsentBeside(asked?.action)}
        onCancel={() => setAsked(null)}
        onConfirm={confirm}
      />
    </>
  );
}
