import type { Metadata } from 'next';
import { PlainShell } from '@/components/shell/plain-shell';
import { notFoundText, uiText } from '@/lib/text/ui';

export const metadata: Metadata = { title: notFoundText.title };

export default function NotFound() {
  return (
    <PlainShell>
      <h1 className="text-std-22B-150">{notFoundText.title}</h1>
      <p className="mt-4">{notFoundText.cause}</p>
      <p>{notFoundText.remedy}</p>
      <p className="mt-6">
        <a href="/" className="link">
          {uiText.backToHome}
        </a>
      </p>
    </PlainShell>
  );
}
