import { formatAmount } from '@/lib/domain/amount';
import type { EditionDocumentKind, EditionFile } from '@/lib/domain/edition/edition';
import { byField, fieldsWhere } from '@/lib/domain/entry/entry-fields';
import { WORKFLOW_ACTIONS, type WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import type { Operation } from '@/lib/domain/permissions';
import { dayText } from '@/lib/domain/year/deadline';
import { yearName } from '@/lib/domain/year/fiscal-year';
import type { OpenPoint } from '@/lib/domain/year/open-points';
import { formatText } from '@/lib/text/document/document-files';
import { bytesText, editionDocumentText, editionFileText, editionKindText } from '@/lib/text/edition/edition';
import { entryFieldText, entryText, markText, optionText } from '@/lib/text/entry/entry';
import { actorText } from '@/lib/text/entry/entry-history';
import { statusText } from '@/lib/text/entry/entry-status';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { dictionaryLabels, dictionaryText } from '@/lib/text/findings/dictionary';
import { formatEraDateTime } from '@/lib/text/format';
import { departmentsText } from '@/lib/text/people/departments';
import { usersText } from '@/lib/text/people/users';
import { roleText } from '@/lib/text/terms';
import { uiText } from '@/lib/text/ui';
import { closeYearText, openPointText, openPointTitle } from '@/lib/text/year/open-points';
import { yearFieldLabels, yearSettingsText, yearsText } from '@/lib/text/year/year-settings';

export const auditText = {
  title: '操作記録',
  list: '操作記録の一覧',
  at: '日時',
  operation: '操作',
  subject: '対象',
  changes: '変更内容',
  actor: '操作者',
  address: '接続元IPアドレス',
  empty: '操作の記録はまだありません。',
  older: '以前の記録',
  newest: '最新の記録',
  blank: uiText.notEntered,
  from: '変更前',
  to: '変更後',
  olderTitle: '操作記録（以前の記録）',
  none: '－',
  otherOperation: 'その他の操作',
  otherField: 'その他の項目',
  onServer: 'サーバーの管理者',
  showChange: '変更前と変更後を表示',
  showText: '全文を表示',
} as const;

type StepOperation = `entry.${WorkflowAction}`;

/** What was done, as the log says it. Every operation has a wording, those that only read too. */
const OWN_TEXT: Record<Exclude<Operation, StepOperation>, string> = {
  'year.read': '年度を表示',
  'entry.read': '事業を表示',
  'document.read': '資料を書出し',
  'approval.read': '承認の一覧を表示',
  'session.chooseWard': '区を切替え',
  'session.end': '自分のログインを終了',
  'password.change': 'パスワードを変更',
  'entry.add': '事業を追加',
  'entry.edit': '事業を編集',
  'entry.correct': '承認済の事業を訂正',
  'entry.move': '事業の課・経費区分を変更',
  'entry.allowFinding': '点検の誤りを許可',
  'entry.recordLastYear': '事業の前年度の金額を記録',
  'entries.order': '掲載順を変更',
  'year.manage': '年度の管理を表示',
  'year.open': '年度の編成を開始',
  'year.close': '年度の編成を締切り',
  'year.reopen': '年度の編成を再開',
  'edition.publish': '資料を公表',
  'earlierTotals.record': '過去の年度の合計を記録',
  'earlierTotals.remove': '過去の年度の記録を取消し',
  'category.add': '経費区分を追加',
  'category.edit': '経費区分を変更',
  'category.end': '経費区分を廃止',
  'category.order': '経費区分の掲載順を変更',
  'documentTexts.edit': '年度の設定を変更',
  'readThrough.mark': '読み合わせで確認',
  'readThrough.unmark': '読み合わせの確認を取消し',
  'readThrough.note': '読み合わせで違いを記録',
  'readThrough.dropNote': '読み合わせで記録された違いを取消し',
  'readThrough.setReaders': '読み合わせに必要な人数を変更',
  'dictionary.manage': '用字・用語の辞書を表示',
  'dictionary.edit': '用字・用語の辞書を変更',
  'department.manage': '課の管理を表示',
  'department.add': '課を追加',
  'department.edit': '課名を変更',
  'department.order': '課の掲載順を変更',
  'department.retire': '課を廃止',
  'department.restore': '課の廃止を取消し',
  'user.manage': '利用者の管理を表示',
  'user.add': '利用者を追加',
  'user.addMember': '既にあるアカウントを利用者に追加',
  'user.edit': '利用者を変更',
  'user.resetPassword': 'パスワードを再設定',
  'user.disable': 'アカウントを停止',
  'user.enable': 'アカウントを再開',
  'user.endSessions': '利用者を強制ログアウト',
  'user.removeMembership': '利用者の所属を解除',
  'audit.read': '操作記録を表示',
  'security.read': 'セキュリティの記録を書出し',
};

const STEP_TEXT = Object.fromEntries(
  WORKFLOW_ACTIONS.map((step) => [`entry.${step}`, entryStepText[step].log]),
) as Record<StepOperation, string>;

export const operationText: Record<Operation, string> = { ...OWN_TEXT, ...STEP_TEXT };

const isOperation = (operation: string): operation is Operation => Object.hasOwn(operationText, operation);

export const auditOperationText = (operation: string): string =>
  isOperation(operation) ? operationText[operation] : auditText.otherOperation;

/** Who, and in which role; what a command on the server did, nobody of the ward did. */
export const auditActorText = (name: string, role: string): string =>
  role === 'operator' ? auditText.onServer : actorText(name, role);

/** Names of the fields that a change may hold, where its subject has no names of its own for them. */
const fieldText: Record<string, string> = {
  name: '名称',
  loginId: usersText.loginId,
  departmentId: usersText.department,
  roles: usersText.roles,
  isDisabled: usersText.state,
  isRetired: departmentsText.state,
  status: entryText.status,
  sortOrder: departmentsText.order,
  order: '掲載順',
  explanation: yearSettingsText.explanation,
  ceiling: yearSettingsText.ceiling,
  annexAmount: yearSettingsText.annexAmount,
  recordedTotal: yearSettingsText.recordedTotal,
  ...yearFieldLabels,
  continuedFrom: yearSettingsText.continuedId,
  year: yearsText.year,
  copiedFrom: '複写元の年度',
  entryCount: '事業数',
  notCopied: '複写しなかった事業',
  document: '資料の種類',
  format: '形式',
  isDraft: '資料の状態',
  bytes: 'ファイルの大きさ',
  sha256: 'SHA-256',
  files: '含まれるファイル（SHA-256）',
  filter: '絞り込み',
  reason: '理由',
  confirmed: closeYearText.confirmed,
  edition: '版',
  printedBy: '合計を印字する確定済みの年度',
  findingReasons: '点検の結果の確認',
  readersNeeded: '読み合わせに必要な人数',
  noteOn: '箇所',
  note: '違いの内容',
  notedBy: '記録した人',
};

const fieldTextOfSubject: Record<string, Record<string, string>> = {
  entry: entryFieldText,
  department: { name: departmentsText.name },
  membership: { name: usersText.name },
  dictionary_rule: dictionaryLabels,
  edition: {
    number: '版',
    kind: '版の種類',
    publishedBy: '公表した人',
    publishedAt: '公表の日時',
    confirmed: '公表したときに確認した事項',
    readers: '読み合わせ',
    models: '資料の内容（SHA-256）',
    files: 'ファイル（SHA-256）',
    figures: '金額の一覧（SHA-256）',
  },
};

export const auditFieldText = (subject: string, field: string): string =>
  fieldTextOfSubject[subject]?.[field] ?? fieldText[field] ?? auditText.otherField;

const amount = (value: string): string => `${formatAmount(Number(value))}${entryText.thousandYen}`;
const year = (value: string): string => yearName(Number(value));
const either = (yes: string, no: string) => (value: string) => (value === 'true' ? yes : no);
/** Several things, each on a line as it was written down. */
const lines =
  <Item>(write: (item: Item) => string) =>
  (value: string): string =>
    value
      .split('\n')
      .map((line) => write(JSON.parse(line)))
      .join('\n');
const words = (known: Record<string, string>) => (value: string) => known[value] ?? value;

/** How a recorded value reads. What isn't listed is text already. */
const valueText: Record<string, (value: string) => string> = {
  ...byField(fieldsWhere({ kind: 'amount' }), () => amount),
  ...byField(fieldsWhere({ kind: 'flag' }), () => either(entryText.yes, entryText.no)),
  ceiling: amount,
  annexAmount: amount,
  recordedTotal: amount,
  roles: (value) => value.split(',').map(words(roleText)).join('・'),
  printsMarks: either(yearSettingsText.withMarks, yearSettingsText.withoutMarks),
  isUsed: either(dictionaryText.used, dictionaryText.unused),
  isDisabled: either(usersText.disabled, usersText.active),
  isRetired: either(departmentsText.retired, departmentsText.active),
  status: words({ ...statusText, open: uiText.openYear, closed: yearsText.closed }),
  sortOrder: (value) => `${value}番目`,
  year,
  copiedFrom: year,
  printedBy: (value) => value.split('\n').map(year).join('、'),
  deadline: dayText,
  entryCount: (value) => `${value}件`,
  document: words(editionDocumentText),
  edition: (value) => `第${value}版`,
  format: formatText,
  isDraft: either('確定前', '確定'),
  readersNeeded: (value) => `${value}人`,
  bytes: (value) => bytesText(Number(value)),
  files: lines(({ name, bytes, sha256 }: Omit<EditionFile, 'format'>) => [name, bytesText(bytes), sha256].join('　')),
  findingReasons: lines(({ flagged, reason, allowedBy }: FindingReason) =>
    [flagged, reason, allowedBy && `許可：${allowedBy}`].filter(Boolean).join('：'),
  ),
  confirmed: lines((point: OpenPoint) => `${openPointTitle[point.kind]}：${openPointText(point)}`),
};

type Model = { document: EditionDocumentKind; template: string; templateVersion: number; sha256: string };
type OfDocument<Item> = Item & { document: EditionDocumentKind };

const valueTextOfSubject: Record<string, typeof valueText> = {
  edition: {
    number: (value) => `第${value}版`,
    kind: words(editionKindText),
    publishedAt: (value) => formatEraDateTime(new Date(value)),
    models: lines(({ document, template, templateVersion, sha256 }: Model) =>
      [editionDocumentText[document], `${template}-${templateVersion}`, sha256].join('　'),
    ),
    files: lines(({ document, ...file }: OfDocument<EditionFile>) =>
      [editionDocumentText[document], editionFileText(file)].join('　'),
    ),
  },
  entry: Object.fromEntries(Object.entries(optionText).map(([field, known]) => [field, words(known)])),
};

const blankText: Record<string, string> = { departmentId: usersText.noDepartment };
const blankTextOfSubject: Record<string, Record<string, string>> = { entry: { mark: markText[''] } };

export function auditValueText(subject: string, field: string, value: string | null): string {
  if (value === null || value === '')
    return blankTextOfSubject[subject]?.[field] ?? blankText[field] ?? auditText.blank;
  return (valueTextOfSubject[subject]?.[field] ?? valueText[field])?.(value) ?? value;
}
