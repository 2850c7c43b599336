import type { ReactNode } from 'react';

/** Says what has happened, without taking the focus. Keep it mounted and change its content. */
export function StatusRegion({ children, className }: { children?: ReactNode; className?: string | undefined }) {
  return (
    <div role="status" className={className}>
      {children}
    </div>
  );
}
