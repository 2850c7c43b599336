import type { ReactNode } from 'react';
import { BackLink } from '@/components/shell/kept-query';
import { StatusRegion } from '@/components/ui/status-region';

type FormBarProps = {
  back: { label: string; href: string };
  title: string;
  meta?: ReactNode;
  /** Whether everything is stored, in words. */
  progress: string;
  /** What came of the last act, or is offered; in sight at any scroll and any height. */
  notice?: ReactNode;
  /** The buttons. */
  children: ReactNode;
};

/** The head of a long form. Stays in sight while it scrolls, where there is height for it. */
export function FormBar({ back, title, meta, progress, notice, children }: FormBarProps) {
  return (
    <div className="contents tall:sticky tall:top-0 tall:z-10 tall:mb-3 tall:block tall:bg-white">
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-solid-gray-420 py-2 tall:mb-0">
        <BackLink {...back} className="link whitespace-nowrap" />
        <h1 className="min-w-0 text-std-18B-160">{title}</h1>
        {meta}
        <div className="ms-auto flex flex-wrap items-center gap-3">
          <StatusRegion className="text-dns-14N-130">{progress}</StatusRegion>
          {children}
        </div>
      </div>
      <StatusRegion className="form-notice z-10 max-h-[50dvh] overflow-y-auto bg-white not-empty:sticky not-empty:top-0 not-empty:pt-2 tall:not-empty:static">
        {notice}
      </StatusRegion>
    </div>
  );
}
