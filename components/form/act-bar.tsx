import type { ReactNode } from 'react';
import { StatusRegion } from '@/components/ui/status-region';

type ActBarProps = {
  /** Whether everything is stored, who waits for what: in words. */
  state: ReactNode;
  /** What came of the last act, or is offered; in sight at any scroll and any height. */
  notice?: ReactNode;
  /** The buttons, the filled one last. */
  children: ReactNode;
};

/** State at the left, acts at the right, at the bottom of the window; where there is no height for that, below what they are about. */
export function ActBar({ state, notice, children }: ActBarProps) {
  return (
    <div className="act-bar">
      <StatusRegion className="act-notice">{notice}</StatusRegion>
      <div className="act-row">
        <StatusRegion className="text-dns-14N-130">{state}</StatusRegion>
        <div className="ms-auto flex flex-wrap items-center gap-3">{children}</div>
      </div>
    </div>
  );
}
