'use client';

import { type CSSProperties, useEffect, useState } from 'react';
import { useAfterwards, useIsSending } from '@/components/form/call-action';
import { isAnythingUnsaved } from '@/components/form/use-leave-warning';
import { Loading } from '@/components/ui/loading';
import { uiText } from '@/lib/text/ui';
import { isToThisPage, pressedLink } from './pressed-link';

const leadsAway = (event: MouseEvent): boolean => {
  const link = event.defaultPrevented ? null : pressedLink(event);
  return link !== null && link.origin === window.location.origin && !isToThisPage(link);
};

/** The page that is there stays until the next one comes; when that takes long, it says so. */
export function LoadingNotice() {
  const [isLoading, setIsLoading] = useState(false);

  useEffect(() => {
    const onClick = (event: MouseEvent) => setIsLoading(leadsAway(event));
    const onSubmit = (event: SubmitEvent) => {
      const isGet = event.target instanceof HTMLFormElement && event.target.method === 'get';
      if (isGet && !event.defaultPrevented) setIsLoading(true);
    };
    const stop = () => setIsLoading(false);
    // Runs once the browser's question is answered, if the page is still there.
    const onBeforeUnload = () => isAnythingUnsaved() && setTimeout(stop);
    window.addEventListener('click', onClick);
    window.addEventListener('beforeunload', onBeforeUnload);
    window.addEventListener('submit', onSubmit);
    window.addEventListener('keydown', stop);
    window.addEventListener('pageshow', stop);
    return () => {
      window.removeEventListener('click', onClick);
      window.removeEventListener('beforeunload', onBeforeUnload);
      window.removeEventListener('submit', onSubmit);
      window.removeEventListener('keydown', stop);
      window.removeEventListener('pageshow', stop);
    };
  }, []);

  return <Loading isLoading={isLoading} />;
}

const WAIT_MS = 400;
const UNDER_THE_BAR = { top: '3.5rem', left: '50%', translate: '-50%' };

/** Below the button that was pressed, above one at the bottom, and in sight wherever that is; after a key in a field, below the bar. */
function place(): CSSProperties {
  const pressed = document.activeElement;
  if (!(pressed instanceof HTMLButtonElement)) return UNDER_THE_BAR;
  const { top, bottom, left } = pressed.getBoundingClientRect();
  const { innerHeight } = window;
  const far = (px: number) => `clamp(0.5rem, ${px}px, 100dvh - 7rem)`;
  return {
    ...(bottom + 112 > innerHeight ? { bottom: far(innerHeight - top + 8) } : { top: far(bottom + 8) }),
    left: `clamp(0.5rem, ${left}px, 100vw - 12.5rem)`,
  };
}

/** A press whose answer takes long is seen to have been heard. */
export function SendingNotice() {
  const isSending = useIsSending();
  const afterwards = useAfterwards();
  const [shown, setShown] = useState<CSSProperties | null>(null);

  useEffect(() => {
    if (!isSending) return;
    const timer = setTimeout(() => setShown(place()), WAIT_MS);
    return () => {
      clearTimeout(timer);
      setShown(null);
    };
  }, [isSending]);

  return (
    <div role="status" style={shown ?? undefined} className="pointer-events-none fixed z-30 print:hidden">
      {shown && (
        <div className="max-w-48 rounded-6 border border-solid-gray-600 bg-white px-4 py-2 text-dns-16N-130">
          <p className="whitespace-nowrap">{uiText.sending}</p>
          {afterwards && <p>{afterwards}</p>}
        </div>
      )}
    </div>
  );
}
