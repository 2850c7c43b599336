import './globals.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { HelpKey } from '@/components/shell/help-key';
import { LeftPage } from '@/components/shell/left-page';
import { SendingNotice } from '@/components/shell/loading-notice';
import { uiText } from '@/lib/text/ui';

/** Drawn in place: no request, and nothing to build for it. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0017c1"/><path d="M3 4h10M3 8h10M3 12h6" stroke="#fff" stroke-width="1.6"/></svg>',
)}`;

export const metadata: Metadata = {
  icons: { icon: ICON },
  title: { template: `%s｜${uiText.appName}`, default: uiText.appName },
  robots: { index: false, follow: false },
};

/** Scripts carry a nonce of the request, so no page may be made at build time. */
export const dynamic = 'force-dynamic';

/** Of the policy that this page was given. */
const nonceOf = (policy: string | null): string | undefined => /'nonce-([^']+)'/.exec(policy ?? '')?.[1];

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = nonceOf((await headers()).get('content-security-policy'));
  return (
    <html lang="ja">
      <body>
        <LeftPage nonce={nonce} />
        <HelpKey nonce={nonce} />
        {children}
        <SendingNotice />
      </body>
    </html>
  );
}
