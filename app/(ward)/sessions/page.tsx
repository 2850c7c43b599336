import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { SessionTable } from '@/components/account/session-table';
import { PageHeader } from '@/components/shell/page-header';
import { getSession } from '@/lib/server/gate/session';
import { listOwnSessions } from '@/lib/server/sign-in/own-sessions';
import { sessionsText } from '@/lib/text/sign-in/sessions';

export const metadata: Metadata = { title: sessionsText.title };

export default gatedPage('session.end', { section: 'account' }, async (reader) => {
  const session = await getSession();
  return (
    <>
      <PageHeader title={sessionsText.title} />
      <SessionTable sessions={await listOwnSessions(reader, session?.sessionId ?? null)} />
    </>
  );
});
