import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** What no screen and no manual says, and what it says in its place. */
const INSTEAD: readonly (readonly [forbidden: RegExp, word: string])[] = [
  [/審査/, '承認, 承認待ち'],
  [/冊子/, '資料'],
  [/(?<!その他（)別紙掲載分/, 'その他の事業の計（別紙掲載）'],
  [/(?<!経費)区分別/, '経費区分別'],
  [/開設/, '編成を開始'],
  [/年度を(確定|再開)/, '編成を締め切る, 編成を再開'],
  [/並び順|並べ替え|順序|順番/, '掲載順'],
  [/手続|この事業の操作/, '操作'],
  [/最初の作業/, '先頭の事業'],
  [/変わったところ|違うところ|違いのある|異なる箇所|直してほしい/, '変更箇所, 相違箇所, 修正を求める箇所'],
  [/合計 未入力|入力済みの計/, '合計は未確定（入力済み分 …千円）'],
  [/(増え|減り)ました/, '…千円（3.2％）の増, 主な要因は…'],
  [/すべて選びました|選んだ内容になります/, 'すべて選択済みです, 反映されます'],
  [/引き?戻/, '提出を取り消す'],
  [/もう一度提出/, '修正後に再提出されます'],
  [/(操作者、|')アドレス[、']/, '接続元IPアドレス'],
  [/ログアウトさせ/, '強制ログアウト'],
  [/資料の取り込み|資料から取り込/, '公表資料から登録'],
  [/この状態では|できる操作はありません/, 'what can’t be done, why, and what to do'],
  [/印刷する形/, '印刷イメージ'],
  [/書きかけ|誤りを直/, '入力途中, 訂正'],
  [/success: '/, 'nothing: the title says it'],
  [/使用できない文字/, '○文字目の文字は使えません'],
  [/不正な|必須項目/, 'the cause, by its label'],
  [/クリック/, '押す'],
  [/インポート|エクスポート|ダウンロード|リロード/, '取り込む, 書き出す, 再読み込み'],
  [/申し訳|すみません|恐れ入り|ご[一-龠]+(?:の上)?ください/, 'no apology, plain words'],
  [/(フォルダ|ブラウザ|サーバ|コンピュータ|ユーザ)(?!ー)|ユーザー/, 'フォルダー …, 利用者'],
  [/'(OK|はい|いいえ)'/, 'the verb'],
];

const folder = import.meta.dirname;
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);

it.each([...texts, '../../docs/guide.ja.md', '../../docs/operation.ja.md'])('%s keeps to the glossary', (name) => {
  const lines = readFileSync(path.join(folder, name), 'utf8').split('\n');
  const wrong = INSTEAD.flatMap(([forbidden, word]) =>
    lines.filter((line) => forbidden.test(line)).map((line) => `${line.trim()} → ${word}`),
  );
  expect(wrong).toEqual([]);
});

/** The document alone prints one digit in full width; figures beside it on a screen are in half width. */
const PRINTED = ['document.ts', 'places.ts'].map((name) => path.join('document', name));

it.each(texts.filter((name) => !PRINTED.includes(name)))('%s has the digits of a line in one width', (name) => {
  const code = readFileSync(path.join(folder, name), 'utf8').replace(/\/\*\*.*?\*\//gs, '');
  expect(code).not.toMatch(/[０-９]|fiscalYearName/);
});
