import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { uiText, unavailableText } from '@/lib/text/ui';
import { PlainShell } from './plain-shell';

const EVERY_MS = 5000;

/** The database is away: nobody's mistake, and the page comes by itself once it is back. */
export function Unavailable() {
  useEffect(() => {
    const reloadWhenBack = async () => {
      const answer = await fetch('/api/health').catch(() => undefined);
      if (answer?.ok) window.location.reload();
    };
    const timer = setInterval(reloadWhenBack, EVERY_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <PlainShell>
      <title>{`${unavailableText.title}｜${uiText.appName}`}</title>
      <h1 className="text-std-22B-150">{unavailableText.title}</h1>
      <p className="mt-4">{unavailableText.cause}</p>
      <p>{unavailableText.remedy}</p>
      <p className="mt-6">
        <Button variant="primary" size="large" onClick={() => window.location.reload()}>
          {uiText.reload}
        </Button>
      </p>
    </PlainShell>
  );
}
