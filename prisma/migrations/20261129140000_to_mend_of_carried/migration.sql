-- As before, and of what was carried over, too, the fields to mend: null leaves none, so hashes of before stay true.
CREATE OR REPLACE FUNCTION "step_hash"(step entry_step, content jsonb, previous text) RETURNS text LANGUAGE sql STABLE
  RETURN encode(sha256(convert_to(CASE WHEN step."is_carried" THEN
    previous || jsonb_strip_nulls(jsonb_build_object('ward_id', step."ward_id", 'id', step."id", 'entry_id', step."entry_id",
      'version', step."version", 'action', step."action", 'reason', step."reason", 'to_mend', step."to_mend", 'snapshot', content,
      'actor_id', step."actor_id", 'actor_name', step."actor_name", 'actor_role', step."actor_role",
      'at', (to_jsonb(step."at" AT TIME ZONE 'UTC') #>> '{}') || '+00:00'))::text
  ELSE
    concat_ws(' ', previous, step."ward_id", step."id", step."entry_id", step."sequence", step."version", step."action",
      step."actor_role", coalesce(step."actor_id"::text, '-'), octet_length(step."actor_name") || ':' || step."actor_name",
      coalesce(octet_length(step."reason") || ':' || step."reason", '-'),
      coalesce(octet_length(step."address") || ':' || step."address", '-'), round(extract(epoch FROM step."at") * 1000),
      coalesce(step."names"::text, '-'), coalesce(step."before"::text, '-'), step."after", step."to_mend"::text)
  END, 'UTF8')), 'hex');
