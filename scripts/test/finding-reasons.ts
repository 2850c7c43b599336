import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import { db } from '@/lib/server/database/db';
import { findEntryFindings } from '@/lib/server/findings/entry-findings-queries';

/** What a drafter who has looked at everything says with a submission. */
export async function reasonsFor(entry: { id: string; wardId: string }): Promise<FindingReason[]> {
  const findings = await findEntryFindings(db, entry.wardId, entry.id);
  return findings.map(({ rule, place, flagged }) => ({ rule, place, flagged, reason: '確認した。' }));
}
