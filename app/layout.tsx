import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { uiText } from '@/lib/text/ui';
import './globals.css';

export const metadata: Metadata = {
  title: { template: `%s｜${uiText.appName}`, default: uiText.appName },
  robots: { index: false, follow: false },
};

/** Scripts carry a nonce of the request, so no page may be made at build time. */
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="ja">
      <body>{children}</body>
    </html>
  );
}
