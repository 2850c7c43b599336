import { Button, ButtonLink } from '@/components/ui/button';
import { ConfirmedButton } from '@/components/ui/confirmed-button';
import { WORKFLOW, type WorkflowAction } from '@/lib/domain/entry-workflow';
import { entryText, withdrawText } from '@/lib/text/entry';
import { workflowText } from '@/lib/text/terms';

export const buttonId = (action: WorkflowAction): string => `workflow-${action}`;

type WorkflowButtonProps = {
  action: WorkflowAction;
  entryName: string;
  checkHref: string;
  isOpen: boolean;
  /** The one filled button of the view. */
  isNext: boolean;
  onPress: () => void;
};

/** 提出 begins with looking through, 取下げ asks, and what needs a reason opens its form. */
export function WorkflowButton({ action, entryName, checkHref, isOpen, isNext, onPress }: WorkflowButtonProps) {
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
