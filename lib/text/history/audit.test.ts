import { describe, expect, it } from 'vitest';
import { auditActorText, auditFieldText, auditOperationText, auditText, auditValueText } from './audit';

describe('auditValueText', () => {
  it.each([
    ['amount', '3898', '3,898千円'],
    ['amount', '0', '0千円'],
    ['ceiling', '2497177', '2,497,177千円'],
    ['annexAmount', null, '未入力'],
    ['summary', '', '未入力'],
    ['departmentId', null, 'なし'],
    ['departmentId', '総務課', '総務課'],
    ['roles', 'drafter,viewer', '起案者・閲覧者'],
    ['isDisabled', 'true', '停止中'],
    ['isDisabled', 'false', '利用中'],
    ['isRetired', 'true', '廃止'],
    ['isPriority', 'false', '該当しない'],
    ['printsMarks', 'false', '付けない'],
    ['mark', 'ending', '廃止予定'],
    ['mark', null, '指定なし'],
    ['mark', '資料Ｄ‐１', '資料Ｄ‐１'],
    ['lastYear', 'new', '新規事業'],
    ['status', 'in_review', '承認待ち'],
    ['status', 'closed', '確定'],
    ['sortOrder', '3', '3番目'],
    ['year', '2023', '令和5年度'],
    ['copiedFrom', '2019', '令和元年度'],
    ['entryCount', '5', '5件'],
    ['document', 'annex', '別紙（事業一覧）'],
    ['format', 'pdf', 'PDF'],
    ['summary', '2023', '2023'],
  ])('%s %s → %s', (field, value, text) => {
    expect(auditValueText(field, value)).toBe(text);
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
    'reason',
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
