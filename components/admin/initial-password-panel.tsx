'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import type { InitialPassword } from '@/lib/domain/user';
import { initialPasswordText, usersText } from '@/lib/text/users';

type InitialPasswordPanelProps = { title: string; issued: InitialPassword };

/** Shown once, in this place alone: the password is stored nowhere. Takes the focus. */
export function InitialPasswordPanel({ title, issued }: InitialPasswordPanelProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);

  const copy = () =>
    navigator.clipboard.writeText(issued.password).then(
      () => setCopied(initialPasswordText.copied),
      () => setCopied(initialPasswordText.copyFailed),
    );

  return (
    <div ref={box} tabIndex={-1}>
      <NotificationBanner kind="success" title={title}>
        {initialPasswordText.lead}
        <dl className="mt-3 grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2">
          <dt className="text-dns-16B-130">{usersText.loginId}</dt>
          <dd>{issued.loginId}</dd>
          <dt className="text-dns-16B-130">{initialPasswordText.password}</dt>
          <dd className="flex flex-wrap items-center gap-4">
            <code className="rounded-4 bg-solid-gray-50 px-2 py-1 text-std-18N-160 select-all">{issued.password}</code>
            <Button onClick={copy}>{initialPasswordText.copy}</Button>
          </dd>
        </dl>
        <StatusRegion className="mt-2">{copied}</StatusRegion>
      </NotificationBanner>
    </div>
  );
}
