import { INITIAL_PASSWORD_DAYS, type UserAction } from '@/lib/domain/people/user';

export const usersText = {
  title: '利用者',
  settings: '利用者の設定',
  addTitle: '利用者の追加',
  add: '利用者を追加',
  list: '利用者の一覧',
  filters: '利用者の絞り込み',
  noneFound: '条件に合う利用者はいません。',
  name: '氏名',
  loginId: 'ID',
  department: '課',
  roles: '役割',
  state: '状態',
  lastSignIn: '最終ログイン',
  never: '－',
  noDepartment: 'なし',
  active: '利用中',
  disabled: '停止中',
  mustChange: '初期パスワード',
  initialUntil: '初期パスワードの期限',
  guest: '他区',
  sessions: 'ログイン中',
  sessionCount: (count: number): string => (count === 0 ? 'なし' : `${count}件`),
  edit: '氏名・課・役割',
  access: 'ログインの管理',
  guestNote: (ward: string): string =>
    `このアカウントの所属元は${ward}です。氏名の変更、パスワードの再設定、停止は、所属元の予算管理者が行います。`,
  self: '自分のアカウントは、ここでは停止も再設定もできません。パスワードは利用者メニューから変更してください。',
  ownRights: '自分の役割を増やすことと、自分の課を変更することはできません。ほかの予算管理者に依頼してください。',
  departmentSupport:
    '起案者には課が必要です。承認者は、課を選ぶとその課の事業だけを、「なし」を選ぶと全課の事業を承認します。',
  loginIdSupport: '半角の英小文字・数字・記号（. _ -）3～40文字。後から変更できません。',
  saved: '保存しました。',
} as const;

export const initialPasswordText = {
  added: (name: string): string => `${name}を追加しました。`,
  reset: 'パスワードを再設定しました。',
  lead: `初期パスワードは、この画面でしか表示されません。控えて、本人に安全な方法で伝えてください。本人は${INITIAL_PASSWORD_DAYS}日以内にログインして変更します。`,
  password: '初期パスワード',
  copy: 'コピー',
  copied: 'コピーしました。',
  copyFailed: 'コピーできません。パスワードを選択して控えてください。',
  toUser: '利用者の設定を見る',
  addAnother: '続けて追加',
} as const;

export const takeInText = {
  title: 'このIDのアカウントは、既にあります。',
  lead: '別の区の利用者か、所属を解除した利用者です。本人であることを確認してから、この区の利用者に加えてください。氏名とパスワードは変わりません。',
  submit: 'この区の利用者に加える',
} as const;

/** The last step (`final`) names its object. */
type Confirmation = { button: string; title: (name: string) => string; body: string; final: string; done: string };

/** What is said before and after each of them. */
export const userActionText: Record<UserAction, Confirmation> = {
  resetPassword: {
    button: 'パスワードを再設定',
    title: (name) => `${name}のパスワードを再設定しますか？`,
    body: '現在のパスワードは使えなくなり、ログイン中の端末はログアウトされます。新しい初期パスワードを一度だけ表示します。',
    final: 'パスワードを再設定',
    done: 'パスワードを再設定しました。',
  },
  endSessions: {
    button: '強制ログアウト',
    title: (name) => `${name}を強制ログアウトしますか？`,
    body: 'この区にログイン中のすべての端末が対象です。保存していない事業の編集と理由は、その端末に残ります。',
    final: 'この利用者を強制ログアウト',
    done: '強制ログアウトしました。',
  },
  disable: {
    button: '停止',
    title: (name) => `${name}のアカウントを停止しますか？`,
    body: 'どの区にもログインできなくなり、ログイン中の端末はログアウトされます。後から再開できます。',
    final: 'このアカウントを停止',
    done: 'アカウントを停止しました。',
  },
  enable: {
    button: '再開',
    title: (name) => `${name}のアカウントを再開しますか？`,
    body: '現在のパスワードで、再びログインできるようになります。',
    final: 'このアカウントを再開',
    done: 'アカウントを再開しました。',
  },
  removeMembership: {
    button: '所属を解除',
    title: (name) => `${name}の所属を解除しますか？`,
    body: 'この区の利用者ではなくなり、この区にログイン中の端末はログアウトされます。起案や承認の記録は残ります。',
    final: 'この利用者の所属を解除',
    done: '所属を解除しました。',
  },
};

export const countOfPeople = (count: number): string => `${count}人`;
