import type { ReactNode } from 'react';

/** One narrow column without the bar: sign-in, password, errors. */
export function PlainShell({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="mx-auto w-full max-w-[36rem] px-6 py-10 max-desktop:px-4">
      {children}
    </main>
  );
}
