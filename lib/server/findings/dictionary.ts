import 'server-only';
import { type DictionaryRuleFields, saveDictionaryRuleInput } from '@/lib/domain/findings/dictionary-rule';
import { fail, succeed } from '@/lib/domain/result';
import { newId, sql } from '@/lib/server/database/db';
import { atWard, command } from '@/lib/server/gate/command';
import { changeOf, isUnchanged, recordAudit } from '@/lib/server/history/audit';
import { findDictionaryRule } from './dictionary-queries';

/** A word of the house style: a new one, one of the ward's, or one of the program's, which is stored with its first change. */
export const saveDictionaryRule = command({
  operation: 'dictionary.edit',
  input: saveDictionaryRuleInput,
  load: atWard,
  async run(context, _target, { ruleId, version, ...rule }) {
    const { tx, actor } = context;
    const id = ruleId ?? newId();
    const { wrong, right, except, good, bad, isUsed } = rule;
    const known = ruleId === null ? null : await findDictionaryRule(tx, actor.wardId, ruleId);
    if (known === undefined) return fail('not_found');
    if (known && known.version !== version) return fail('conflict');
    const change = known ? changeOf<DictionaryRuleFields>(known, rule) : { after: rule };
    if (isUnchanged(change)) return succeed({ ruleId: id, version });
    const stored = await tx.run(
      version === 0
        ? sql`INSERT INTO dictionary_rule (ward_id, id, wrong, "right", "except", good, bad, is_used)
            VALUES (${actor.wardId}, ${id}, ${wrong}, ${right}, ${except}, ${good}, ${bad}, ${isUsed})
            ON CONFLICT (ward_id, id) DO NOTHING`
        : sql`UPDATE dictionary_rule SET wrong = ${wrong}, "right" = ${right}, "except" = ${except}, good = ${good},
              bad = ${bad}, is_used = ${isUsed}, version = version + 1
            WHERE ward_id = ${actor.wardId} AND id = ${id} AND version = ${version}`,
    );
    if (stored !== 1) return fail('conflict');
    // The log has said nothing of what comes with the program.
    const recorded = version === 0 ? { after: rule } : change;
    await recordAudit(context, { subject: 'dictionary_rule', subjectId: id, ...recorded });
    return succeed({ ruleId: id, version: version + 1 });
  },
});
