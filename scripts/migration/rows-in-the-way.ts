import type pg from 'pg';

const NAMED = 5;

const TABLES: Record<string, string> = {
  ward: '区',
  account: '利用者',
  membership: '利用者の所属',
  department: '課',
  fiscal_year: '年度',
  category_year: '経費区分',
  entry: '事業',
  entry_revision: '事業の履歴',
  workflow_event: '承認の記録',
  entry_step: '事業の履歴',
  audit_event: '操作の記録',
  edition: '公表した版',
  edition_document: '公表した資料',
  edition_file: '公表したファイル',
  security_event: 'ログインの記録',
};

/** The first pair of parentheses at or after `from`, without them. */
function inParentheses(script: string, from: number): string {
  const start = script.indexOf('(', from);
  let depth = 0;
  for (const { 0: token, index } of script.slice(start).matchAll(/'(?:[^']|'')*'|"[^"]*"|[()]/g)) {
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    if (depth === 0) return script.slice(start + 1, start + index);
  }
  return '';
}

type Rule = { at: number; words: string; where: string; order?: string };

/** The condition that a script was adding when the rows refused it, and which rows of `t` they are. */
function ruleOf(
  script: string,
  { code, constraint = '', column = '', table = '' }: pg.DatabaseError,
): Rule | undefined {
  const quoted = (name: string) => `"?${name.replaceAll(/\W/g, String.raw`\$&`)}"?`;
  const find = (pattern: string) => new RegExp(pattern, 'i').exec(script)?.index ?? -1;
  if (code === '23514') {
    const at = find(String.raw`CONSTRAINT\s+${quoted(constraint)}\s+CHECK`);
    const check = inParentheses(script, at);
    return { at, words: `条件「${check}」に合いません`, where: `NOT (${check})` };
  }
  if (code === '23505') {
    const at = find(String.raw`(INDEX|CONSTRAINT)\s+${quoted(constraint)}\s+(ON|UNIQUE|PRIMARY)\b`);
    const columns = inParentheses(script, at);
    const same = `(${columns}) IN (SELECT ${columns} FROM "${table}" GROUP BY ${columns} HAVING count(*) > 1)`;
    return { at, words: `「${columns}」が同じ行がほかにあります`, where: same, order: columns };
  }
  if (code === '23503') {
    const at = find(String.raw`CONSTRAINT\s+${quoted(constraint)}\s+FOREIGN`);
    const target = script.indexOf('REFERENCES', at);
    const name = /REFERENCES\s+("?\w+"?)/.exec(script.slice(at))?.[1];
    const columns = inParentheses(script, at);
    const found = `SELECT ${columns} INTERSECT SELECT ${inParentheses(script, target)} FROM ${name}`;
    return {
      at,
      words: `「${columns}」の指す行が ${name} にありません`,
      where: `ROW(${columns}) IS NOT NULL AND NOT EXISTS (${found})`,
    };
  }
  if (code === '23502') {
    const at = find(String.raw`${quoted(column)}\s+SET\s+NOT\s+NULL`);
    return { at, words: `「${column}」が空です`, where: `"${column}" IS NULL` };
  }
  return undefined;
}

type Found = { row: Record<string, unknown>; ward: string | null; year: number | null };

const rowName = ({ row, ward, year }: Found): string =>
  [
    ward,
    (row.year ?? year) && `${row.year ?? year}年度`,
    row.name && `「${row.name}」`,
    row.login_id && `ID ${row.login_id}`,
    row.id,
  ]
    .filter(Boolean)
    .join(' ');

/**
 * The rows that a new condition of the script refused, in words, looked for as they were when it was added: inside the
 * transaction, the script's statements before that one are run again. undefined: the error is of another kind.
 */
export async function rowsInTheWay(
  client: pg.Client,
  script: string,
  error: pg.DatabaseError,
): Promise<string | undefined> {
  const rule = ruleOf(script, error);
  if (!rule || !error.table) return undefined;
  const place = `${TABLES[error.table] ?? '表'}（${error.table}）`;
  const remedy = '行を直してから、もう一度起動してください。これまでの版のプログラムで起動すれば、画面で直せます。';
  const start = [...script.slice(0, rule.at).matchAll(/^(ALTER|CREATE)\b/gm)].at(-1)?.index ?? 0;
  try {
    if (rule.at < 0) throw error;
    await client.query(script.slice(0, start));
    const { rows } = await client.query(
      `SELECT to_jsonb(t) AS row, (SELECT w.name FROM ward w WHERE w.id::text = to_jsonb(t)->>'ward_id') AS ward,
         (SELECT y.year FROM fiscal_year y WHERE y.id::text = to_jsonb(t)->>'fiscal_year_id') AS year
       FROM "${error.table}" t WHERE ${rule.where} ORDER BY ${rule.order ?? 't'} LIMIT ${NAMED + 1}`,
    );
    const named = (rows as Found[]).slice(0, NAMED).map((found) => `  ${rowName(found)}`);
    if (rows.length > NAMED) named.push('  ほか');
    return [`${place}の次の行は、${rule.words}（${error.constraint ?? error.column}）。`, ...named, remedy].join('\n');
  } catch {
    return `${place}に合わない行があります: ${[error.message, error.detail].filter(Boolean).join(' ')}\n${remedy}`;
  }
}
