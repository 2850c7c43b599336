import { uiText } from '@/lib/text/ui';

/** What takes long says so, over the page, so that nothing moves. */
export function Loading({ isLoading }: { isLoading: boolean }) {
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-14 z-30 flex justify-center print:hidden">
      {isLoading && (
        <p className="appear-late rounded-6 border border-solid-gray-600 bg-white px-4 py-2 text-dns-16N-130">
          {uiText.loading}
        </p>
      )}
    </div>
  );
}
