'use client';

import { Button, ButtonLink } from '@/components/ui/button';
import { ConfirmedButton } from '@/components/ui/dialog';
import type { NewestDecision, WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { decisionText } from '@/lib/text/entry/approvals';
import { entryText, withdrawText } from '@/lib/text/entry/entry';
import { entryStepText, takeBackButton } from '@/lib/text/entry/entry-steps';

export const buttonId = (action: WorkflowAction): string => `workflow-${action}`;

/** A key beside a button's name: aria-keyshortcuts says it aloud. */
export function KeyHint({ name }: { name: string }) {
  return (
    <span aria-hidden="true" className="ms-2 text-dns-14N-130 font-normal max-desktop:hidden">
      {name}
    </span>
  );
}

type WorkflowButtonProps = {
  action: WorkflowAction;
  entryName: string;
  /** What takeBack takes back. */
  takes: NewestDecision['action'] | null;
  checkHref: string;
  /** The one filled button of the view. */
  isNext: boolean;
  /** Ctrl+Enter does the same. */
  hasKey: boolean;
  onPress: () => void;
};

/** 提出 begins with looking through, 取下げ asks, and what needs a reason opens its form. */
export function WorkflowButton(props: WorkflowButtonProps) {
  const { action, entryName, takes, checkHref, isNext, hasKey, onPress } = props;
  if (action === 'submit') {
    return (
      <ButtonLink variant={isNext ? 'primary' : 'secondary'} href={checkHref}>
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
        isDanger
        onConfirm={onPress}
      >
        {withdrawText.body}
      </ConfirmedButton>
    );
  }
  const other = action === 'takeBack' ? 'text' : action === 'withdrawApproved' ? 'danger' : 'secondary';
  return (
    <Button
      id={buttonId(action)}
      variant={isNext ? 'primary' : other}
      onClick={onPress}
      aria-keyshortcuts={hasKey ? decisionText.keys.approve : undefined}
    >
      {takes ? takeBackButton(takes) : entryStepText[action].button}
      {hasKey && <KeyHint name={decisionText.keys.approve} />}
    </Button>
  );
}
