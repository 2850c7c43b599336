import type { ReactNode, Ref } from 'react';
import { StatusRegion } from '@/components/ui/status-region';

type ActBarProps = {
  /** Whether everything is stored, who waits for what: in words. */
  state: ReactNode;
  /** Next to the acts and not said aloud: what counts on while somebody types. No state moves it. */
  beside?: ReactNode;
  /** Takes the focus where a button is gone that had it. */
  stateRef?: Ref<HTMLDivElement>;
  /** Takes back what the state says. */
  undo?: ReactNode;
  /** What came of the last act, or is offered; in sight at any scroll and any height. */
  notice?: ReactNode;
  /** What is written for one of the acts, above them. */
  form?: ReactNode;
  /** The buttons, the filled one last. */
  children: ReactNode;
};

/** State at the left, acts at the right, at the bottom of the window; where there is no height for that, below what they are about. */
export function ActBar({ state, beside, stateRef, undo, notice, form, children }: ActBarProps) {
  return (
    <div className="act-bar">
      {form && <div className="act-form">{form}</div>}
      <StatusRegion className="act-notice">{notice}</StatusRegion>
      <div className="act-row">
        <StatusRegion ref={stateRef} className="text-dns-14N-130">
          {state}
        </StatusRegion>
        {beside && <div className="desktop:ms-auto">{beside}</div>}
        {undo}
        <div className={`flex flex-wrap items-center gap-3 ${beside ? 'max-desktop:ms-auto' : 'ms-auto'}`}>
          {children}
        </div>
      </div>
    </div>
  );
}
