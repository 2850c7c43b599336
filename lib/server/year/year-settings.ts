import 'server-only';
import { fail, succeed } from '@/lib/domain/result';
import { editDocumentTextsInput } from '@/lib/domain/year/year-settings';
import { sql } from '@/lib/server/database/db';
import { command } from '@/lib/server/gate/command';
import { changeOf, isUnchanged, recordAudit } from '@/lib/server/history/audit';
import { assignedFields, loadYearSettings } from './year-target';

/** The texts that the year's document prints around its figures, and by when the 課 submit. */
export const editDocumentTexts = command({
  operation: 'documentTexts.edit',
  input: editDocumentTextsInput,
  load: loadYearSettings,
  async run(context, { fiscalYearId, version: stored, fields: before }, { year: _, version, ...fields }) {
    const { tx, actor } = context;
    const change = changeOf(before, fields);
    if (isUnchanged(change) && version === stored) return succeed({ version });
    const changed = await tx.run(sql`
      UPDATE fiscal_year SET ${assignedFields(fields)}, version = version + 1
      WHERE ward_id = ${actor.wardId} AND id = ${fiscalYearId} AND version = ${version}`);
    if (changed !== 1) return fail('conflict');
    await recordAudit(context, { subject: 'fiscal_year', subjectId: fiscalYearId, ...change });
    return succeed({ version: version + 1 });
  },
});
