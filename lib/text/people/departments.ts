export const departmentsText = {
  title: '課',
  list: '課の一覧',
  name: '課名',
  members: '利用者',
  openEntries: '編成中の事業',
  state: '状態',
  active: '使用中',
  place: '順',
  drafters: '起案者（人）',
  approvers: '承認者（人）',
  entryCount: '事業（件）',
  approved: '承認済（件）',
  amount: '要求額（千円）',
  incomplete: '未入力あり',
  noApprover: 'なし',
  retired: '廃止',
  add: '課を追加',
  addTitle: '課の追加',
  rename: '名称を変更',
  renameTitle: (name: string): string => `${name}の名称の変更`,
  retire: '廃止',
  retireInUse: '利用者と編成中の事業を、先に別の課に移します。',
  retireUnused: '一覧に出なくなります。後から元に戻せます。',
  restore: '元に戻す',
  order: '掲載順',
  orderSupport: '上からの順で、一覧と別紙に並びます。',
  lackApprover: (count: number): string => `承認者のいない課 ${count}課`,
  wardApprovers: (count: number): string => `全課の承認者 ${count}人`,
  inYear: (year: string): string => `件数と要求額は${year}`,
  count: (count: number): string => `${count}課`,
  people: (count: number): string => `${count}人`,
  entries: (count: number): string => `${count}件`,
  empty: '課がまだありません。最初の課を追加してください。',
} as const;

/** What came of a command. */
export const departmentDone = {
  added: (name: string): string => `${name}を追加しました。`,
  renamed: (name: string): string => `名称を${name}に変更しました。`,
  moved: (name: string, place: number): string => `${name}を${place}番目に移しました。`,
  retired: (name: string): string => `${name}を廃止しました。`,
  restored: (name: string): string => `${name}を使用中に戻しました。`,
} as const;

/** Why a 課 can't be retired yet, and what to do first. People are いる, things are ある. */
export function departmentInUse(memberCount: number, openEntryCount: number): string {
  const users = [
    memberCount > 0 && `${departmentsText.members}が${departmentsText.people(memberCount)}`,
    openEntryCount > 0 && `${departmentsText.openEntries}が${departmentsText.entries(openEntryCount)}`,
  ].filter(Boolean);
  const verb = openEntryCount > 0 ? 'ある' : 'いる';
  return `${users.join('、')}${verb}ため、廃止できません。先に別の課に移してください。`;
}
