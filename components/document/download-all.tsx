'use client';

import { type MouseEvent, useRef, useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { StatusRegion } from '@/components/ui/status-region';
import { downloadText as text } from '@/lib/text/document/download';

/**
 * All formats in one file. They are made one after the other, so that there is something to say meanwhile, the file with
 * all of them last, and then taken together. Without scripts the link does it at once.
 */
export function DownloadAll({ api, formats }: { api: string; formats: readonly string[] }) {
  const [said, say] = useState<string>();
  const isMaking = useRef(false);
  const href = `${api}/zip`;

  const download = async (event: MouseEvent) => {
    event.preventDefault();
    if (isMaking.current) return;
    isMaking.current = true;
    try {
      for (const [index, format] of formats.entries()) {
        say(text.making(index, formats.length));
        const { ok } = await fetch(`${api}/${format}`, { method: 'HEAD' });
        if (!ok) throw new Error(format);
      }
      say(text.done);
      location.assign(href);
    } catch {
      say(text.failed);
    }
    isMaking.current = false;
  };

  return (
    <>
      <StatusRegion className="text-dns-14N-130">{said}</StatusRegion>
      <ButtonLink href={href} onClick={download}>
        {text.all}
      </ButtonLink>
    </>
  );
}
