import type { ReactNode } from 'react';
import { BackLink } from '@/components/ui/kept-query';
import { StatusRegion } from '@/components/ui/status-region';

type FormBarProps = {
  back: { label: string; href: string };
  title: string;
  meta?: ReactNode;
  /** Whether everything is stored, in words. */
  progress: string;
  /** The buttons. */
  children: ReactNode;
};

/** The head of a long form. Stays in sight while it scrolls, where there is height for it. */
export function FormBar({ back, title, meta, progress, children }: FormBarProps) {
  return (
    <div className="z-10 mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-solid-gray-420 bg-white py-2 tall:sticky tall:top-0">
      <BackLink {...back} className="link whitespace-nowrap" />
      <h1 className="min-w-0 text-std-18B-160">{title}</h1>
      {meta}
      <div className="ms-auto flex flex-wrap items-center gap-3">
        <StatusRegion className="text-dns-14N-130">{progress}</StatusRegion>
        {children}
      </div>
    </div>
  );
}
