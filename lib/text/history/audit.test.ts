import { describe, expect, it } from 'vitest';
import { auditActorText, auditFieldText, auditOperationText, auditText, auditValueText } from './audit';

describe('auditValueText', () => {
  it.each([
    ['entry', 'amount', '3898', '3,898千円'],
    ['entry', 'amount', '0', '0千円'],
    ['category_year', 'ceiling', '2497177', '2,497,177千円'],
    ['category_year', 'annexAmount', null, '未入力'],
    ['entry', 'summary', '', '未入力'],
    ['membership', 'departmentId', null, 'なし'],
    ['membership', 'departmentId', '総務課', '総務課'],
    ['membership', 'roles', 'drafter,viewer', '起案者・閲覧者'],
    ['membership', 'isDisabled', 'true', '停止中'],
    ['membership', 'isDisabled', 'false', '利用中'],
    ['department', 'isRetired', 'true', '廃止'],
    ['entry', 'isPriority', 'false', '該当しない'],
    ['fiscal_year', 'printsMarks', 'false', '付けない'],
    ['entry', 'mark', 'ending', '廃止予定'],
    ['entry', 'mark', null, '指定なし'],
    ['fiscal_year', 'mark', '資料Ｄ‐１', '資料Ｄ‐１'],
    ['fiscal_year', 'mark', 'new', 'new'],
    ['fiscal_year', 'mark', null, '未入力'],
    ['entry', 'lastYear', 'new', '新規事業'],
    ['entry', 'status', 'in_review', '承認待ち'],
    ['fiscal_year', 'status', 'closed', '確定'],
    ['department', 'sortOrder', '3', '3番目'],
    ['fiscal_year', 'year', '2023', '令和5年度'],
    ['fiscal_year', 'copiedFrom', '2019', '令和元年度'],
    ['fiscal_year', 'entryCount', '5', '5件'],
    ['document', 'document', 'annex', '別紙（事業一覧）'],
    ['document', 'format', 'pdf', 'PDF'],
    ['document', 'format', 'csv-cp932', 'CSV（シフトJIS）'],
    ['document', 'document', 'errata', '正誤表'],
    ['document', 'edition', '2', '第2版'],
    ['edition', 'number', '2', '第2版'],
    ['edition', 'kind', 'corrected', '訂正版'],
    ['edition', 'publishedAt', '2026-11-26T05:05:00.000Z', '令和8年11月26日 14:05'],
    [
      'edition',
      'files',
      '{"document":"document","format":"pdf","name":"a.pdf","bytes":1234,"sha256":"ab"}\n{"document":"annex","format":"txt","name":"b.txt","bytes":1,"sha256":"cd"}',
      '資料　PDF　a.pdf　1,234バイト　ab\n別紙（事業一覧）　テキスト　b.txt　1バイト　cd',
    ],
    [
      'edition',
      'models',
      '{"document":"annex","template":"annex","templateVersion":1,"sha256":"ab"}',
      '別紙（事業一覧）　annex-1　ab',
    ],
    ['document', 'isDraft', 'true', '確定前'],
    ['document', 'isDraft', 'false', '確定'],
    ['ward', 'readersNeeded', '2', '2人'],
    ['document', 'bytes', '154914', '154,914バイト'],
    ['entry', 'summary', '2023', '2023'],
  ])('%s %s %s → %s', (subject, field, value, text) => {
    expect(auditValueText(subject, field, value)).toBe(text);
  });
});

describe('auditFieldText', () => {
  it.each([
    ['entry', 'name', '事業名'],
    ['membership', 'name', '氏名'],
    ['department', 'name', '課名'],
    ['category_year', 'name', '名称'],
    ['entry', 'departmentId', '担当課'],
    ['membership', 'departmentId', '課'],
    ['entry', 'status', '状態'],
    ['fiscal_year', 'annexNote', '別紙の案内'],
  ])('%s %s → %s', (subject, field, text) => {
    expect(auditFieldText(subject, field)).toBe(text);
  });

  it.each([
    'loginId',
    'roles',
    'isDisabled',
    'ceiling',
    'explanation',
    'order',
    'entryCount',
    'copiedFrom',
    'document',
    'format',
    'isDraft',
    'bytes',
    'sha256',
    'reason',
    'readersNeeded',
  ])('has a name for %s', (field) => {
    expect(auditFieldText('fiscal_year', field)).not.toBe(auditText.otherField);
  });
});

it('shows no code of an operation, a field or a role that it does not know', () => {
  expect(auditOperationText('entry.explode')).toBe('その他の操作');
  expect(auditOperationText('toString')).toBe('その他の操作');
  expect(auditFieldText('entry', 'secret')).toBe('その他の項目');
  expect(auditActorText('user:create', 'operator')).toBe('サーバーの管理者');
});
