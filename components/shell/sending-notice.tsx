'use client';

import { type CSSProperties, useEffect, useState } from 'react';
import { useIsSending } from '@/components/form/call-action';
import { uiText } from '@/lib/text/ui';

const WAIT_MS = 400;
const UNDER_THE_BAR = { top: '3.5rem', left: '50%', translate: '-50%' };

/** Below the button that was pressed, and in sight wherever that is; after a key in a field, below the bar. */
function place(): CSSProperties {
  const pressed = document.activeElement;
  if (!(pressed instanceof HTMLButtonElement)) return UNDER_THE_BAR;
  const { bottom, left } = pressed.getBoundingClientRect();
  return {
    top: `clamp(0.5rem, ${bottom + 8}px, 100dvh - 3.5rem)`,
    left: `clamp(0.5rem, ${left}px, 100vw - 12rem)`,
  };
}

/** A press whose answer takes long is seen to have been heard. */
export function SendingNotice() {
  const isSending = useIsSending();
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
        <p className="rounded-6 border border-solid-gray-600 bg-white px-4 py-2 text-dns-16N-130 whitespace-nowrap">
          {uiText.sending}
        </p>
      )}
    </div>
  );
}
