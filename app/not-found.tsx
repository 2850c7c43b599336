import type { Metadata } from 'next';
import { PlainShell } from '@/components/shell/plain-shell';
import { notFoundText, uiText } from '@/lib/text/ui';

/** Of an address that no page has. Where a page finds nothing, Next leaves it out. */
export const metadata: Metadata = { title: notFoundText.title };

export default function NotFound() {
  return (
    <PlainShell>
      <title>{`${notFoundText.title}｜${uiText.appName}`}</title>
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
