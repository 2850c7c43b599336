import type { ReactNode } from 'react';

/** The reason, and the next action as a link or button. */
export function EmptyState({ message, children }: { message: string; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-solid-gray-420 px-2 py-6">
      <p>{message}</p>
      {children}
    </div>
  );
}
