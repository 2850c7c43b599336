-- Who published it belongs to what the log keeps of an edition.
CREATE OR REPLACE FUNCTION "edition_record"(e "edition") RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('number', e."number", 'kind', e."kind", 'reason', e."reason", 'publishedBy', e."publisher_name",
      'publishedAt', to_char(e."published_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    || CASE WHEN e."confirmed" IS NULL THEN '{}' ELSE jsonb_build_object('confirmed', e."confirmed") END
    || CASE WHEN e."readers" IS NULL THEN '{}' ELSE jsonb_build_object('readers', e."readers") END
    || jsonb_build_object(
      'models', (SELECT coalesce(jsonb_agg(jsonb_build_object('document', d."kind", 'template', d."template",
            'templateVersion', d."template_version", 'sha256', encode(sha256(convert_to(d."model"::text, 'UTF8')), 'hex'))
          ORDER BY d."kind" COLLATE "C"), '[]')
        FROM edition_document d WHERE d."ward_id" = e."ward_id" AND d."edition_id" = e."id"),
      'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('document', d."kind", 'format', f."format", 'name', f."name",
            'bytes', octet_length(f."bytes"), 'sha256', encode(sha256(f."bytes"), 'hex'))
          ORDER BY d."kind" COLLATE "C", f."format" COLLATE "C"), '[]')
        FROM edition_document d JOIN edition_file f ON f."ward_id" = d."ward_id" AND f."document_id" = d."id"
        WHERE d."ward_id" = e."ward_id" AND d."edition_id" = e."id"),
      'figures', (SELECT encode(sha256(convert_to(coalesce(string_agg(row, E'\n' ORDER BY row COLLATE "C"), ''), 'UTF8')), 'hex') FROM (
        SELECT jsonb_build_array("entry_id", "project_id", "category_id", "department_id", "name", "amount", "sort_order")::text
          FROM edition_entry WHERE "ward_id" = e."ward_id" AND "edition_id" = e."id"
        UNION ALL SELECT jsonb_build_array("category_id", "name", "annex_amount", "recorded_total", "sort_order")::text
          FROM edition_category WHERE "ward_id" = e."ward_id" AND "edition_id" = e."id") AS figure (row)))
$$;
