import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { failureText, uiText, unavailableText } from '@/lib/text/ui';
import { PlainShell } from './plain-shell';
import { isAnswering } from './refresh';

const EVERY_MS = 5000;

/** The database is away: nobody's mistake, and the page comes by itself once it is back. */
export function Unavailable() {
  useEffect(() => {
    const reloadWhenBack = async () => {
      if (await isAnswering()) window.location.reload();
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

/** Something broke: what is safe, what to do, and the number under which the log has it. */
export function Failure({ digest }: { digest: string | undefined }) {
  if (digest === 'unavailable') return <Unavailable />;
  return (
    <PlainShell>
      <title>{`${failureText.title}｜${uiText.appName}`}</title>
      <h1 className="text-std-22B-150">{failureText.title}</h1>
      <p className="mt-4">{failureText.cause}</p>
      <p>{failureText.remedy}</p>
      {digest && (
        <p className="mt-4 text-dns-14N-130">
          {failureText.number} {digest}
        </p>
      )}
      <p className="mt-6 flex flex-wrap items-center gap-6">
        <Button variant="primary" size="large" onClick={() => window.location.reload()}>
          {uiText.reload}
        </Button>
        <a href="/" className="link">
          {uiText.backToHome}
        </a>
      </p>
    </PlainShell>
  );
}
