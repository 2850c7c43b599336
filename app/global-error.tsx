'use client';

import { Failure } from '@/components/shell/failure';
import './globals.css';

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="ja">
      <body>
        <Failure digest={error.digest} />
      </body>
    </html>
  );
}
