// npm run purge
// Deletes the security events that are older than SECURITY_EVENT_DAYS, and what is over by itself. Every start does the same.
import { parsePreparation } from '@/lib/server/database/env';
import { whilePreparing } from '../migration/migrate';
import { explain } from './backup-arguments';
import { purgeEnded, purgeSecurityEvents } from './purge-expired';

try {
  const { DATABASE_URL, DATABASE_OWNER_URL, SECURITY_EVENT_DAYS, SESSION_ABSOLUTE_HOURS } = parsePreparation(
    process.env,
  );
  const gone = await whilePreparing(DATABASE_OWNER_URL ?? DATABASE_URL, async (owner) => {
    await purgeEnded(owner, SESSION_ABSOLUTE_HOURS);
    return purgeSecurityEvents(owner, SECURITY_EVENT_DAYS);
  });
  if (gone === 0) console.log('保存期間を過ぎたセキュリティの記録はありません。');
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
