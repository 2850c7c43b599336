import type { ReactNode, Ref } from 'react';

type StatusRegionProps = {
  children?: ReactNode;
  className?: string | undefined;
  /** For what takes the focus all the same: the button that had it is gone. */
  ref?: Ref<HTMLDivElement> | undefined;
};

/** Says what has happened, without taking the focus. Keep it mounted and change its content; empty, it takes no gap. */
export function StatusRegion({ children, className, ref }: StatusRegionProps) {
  return (
    <div role="status" ref={ref} tabIndex={ref ? -1 : undefined} className={`empty:absolute ${className ?? ''}`}>
      {children}
    </div>
  );
}
