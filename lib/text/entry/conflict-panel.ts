import { uiText } from '@/lib/text/ui';

/** Words of the panel that an editor shows where two changed the same fields. It is loaded then, and they with it. */
export const conflictText = {
  lead: '相違箇所ごとに、どちらの内容で続けるかを選んでください。一方だけが変更した項目は、その変更が入っています。',
  mine: '自分の内容',
  latest: '最新の内容',
  keepMine: '自分の内容を残す',
  takeLatest: '最新の内容を使う',
  remaining: (count: number): string => `あと${count}項目を選んでください。`,
  ready: 'すべて選択済みです。保存すると反映されます。',
  saveChosen: '選んだ内容で保存',
  lockedTitle: (status: string): string => `この事業は${status}になったため、保存できません。`,
  locked: '入力内容はこの画面に残っています。必要な部分を控えてください。',
  empty: uiText.notEntered,
} as const;
