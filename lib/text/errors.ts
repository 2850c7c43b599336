import type { FieldErrorCode, PlainFieldErrorCode } from '@/lib/domain/field-errors';
import type { ErrorCode, Problem } from '@/lib/domain/result';
import { lockedText } from '@/lib/text/sign-in/locked';
import { noAnswerText } from './answers';
import { formatCount } from './format';
import { annexText } from './terms';

/** What happened and what to do, for every way an operation can fail. */
export const errorText: Record<ErrorCode, string> = {
  signed_out:
    'ログインの有効期限が切れました。入力内容はこの画面に残っています。別のタブでログインしてから、もう一度操作してください。',
  drawn_for_other:
    'この画面は、別の区または別の利用者のときに開いたものです。この操作は行われていません。再読み込みしてください。',
  foreign_origin:
    '別のアドレスで開いた画面からの操作は受け付けません。案内されたアドレスで開き直してください。続く場合は、予算管理者に連絡してください。',
  password_change_required: '初期パスワードを変更してから操作してください。',
  invalid_input: '入力内容に誤りがあります。内容を確認して、もう一度操作してください。',
  not_found: '対象が見つかりません。一覧に戻って確認してください。',
  forbidden: 'この操作を行う権限がありません。必要な場合は、予算管理者に依頼してください。',
  own_entry:
    '自分が起案、編集または提出した事業は、承認、差戻し、点検の誤りの許可ができません。ほかの人に依頼してください。',
  wrong_status:
    '事業の状態が先に変わったため、この操作は行われていません。画面を再読み込みして、現在の状態を確認してください。',
  year_closed: 'この年度は確定しているため、変更できません。右上の「年度切替」で、編成中の年度を選んでください。',
  conflict: '先に更新されています。最新の内容を確認してください。',
  reason_required: '理由を入力してください。',
  already_exists: '既に登録されています。一覧に戻って確認してください。',
  entries_undecided:
    '承認されていない事業があるため、編成の締切りも公表もできません。先に承認するか、取り下げてください。',
  last_admin: '予算管理者が一人もいなくなるため、変更できません。先に別の予算管理者を追加してください。',
  department_in_use: '使用中の課のため、廃止できません。先に利用者と編成中の事業を別の課に移してください。',
  wrong_password: '現在のパスワードが正しくありません。入力し直してください。',
  locked: '続けて間違えたため、しばらく操作できません。時間をおいて、もう一度操作してください。',
  own_account: '自分のアカウントに対しては、この操作を行えません。ほかの予算管理者に依頼してください。',
  own_roles: '自分の役割を増やすことも、自分の課を変更することもできません。ほかの予算管理者に依頼してください。',
  second_admin_first:
    '自分の役割を増やすことも、自分の課を変更することもできません。先に二人目の予算管理者を追加し、その人に依頼してください。',
  leaves_undecidable:
    '承認できる人がいなくなる事業があるため、まだ変更していません。先に承認者を決めるか、もう一度操作して事業を確認してください。',
  not_home_ward: 'この操作は、アカウントの所属元の区の予算管理者だけが行えます。所属元の予算管理者に依頼してください。',
  no_previous_year: '前の年度がないため、編成を開始できません。先に前の年度の編成を開始してください。',
  unchanged: '変更箇所がないため、保存していません。',
  points_unconfirmed:
    '確認していない事項があるため、この操作は行われていません。最新の内容を確認して、もう一度操作してください。',
  edition_incomplete:
    '印刷できない箇所があるため、公表していません。資料の画面で箇所を確認し、内容を変更してから、もう一度操作してください。',
  category_has_entries:
    '事業がある経費区分は廃止できません。取り下げた事業も含めて、先に別の経費区分に移してください。',
  category_has_amounts: `金額が入力されている経費区分は廃止できません。${annexText}を空欄にして保存してから、もう一度操作してください。`,
  year_published:
    '公表した年度のため、取り消せません。合計を訂正するときは、年度の編成を再開して訂正版を公表してください。',
  findings_wrong:
    '点検で誤りが見つかったため、この操作は行われていません。誤りを訂正してから、もう一度操作してください。',
  findings_unanswered:
    '点検の結果に、まだ確認していないものがあるため、提出していません。再読み込みして、内容を確認してください。',
  department_retired:
    '廃止した課の事業があるため、この操作はできません。「課」でその課を使用中に戻してから、もう一度操作してください。',
  own_text: '自分が入力した箇所は確認できません。ほかの人が確認します。',
  places_unread:
    '読み合わせが終わっていない箇所があるため、公表していません。「読み合わせ」で残りの箇所を確認してください。',
  unavailable: '一時的に使えません。入力内容はこの画面に残っています。時間をおいて、もう一度操作してください。',
  print_replaced:
    '別の資料を作成したため、この資料の作成を中止しました。必要な場合は、この画面を再読み込みしてください。',
  print_failed:
    '資料を作成できませんでした。時間をおいて、この画面を再読み込みしてください。続く場合は、予算管理者に連絡してください。',
  print_busy: '混み合っているため、資料を作成できませんでした。時間をおいて、この画面を再読み込みしてください。',
  print_too_large:
    '資料が大きすぎるため、作成できませんでした。重点的に取り組む事業の数か、概要と工夫点の文字数を減らしてください。',
};

const fieldErrorText: Record<PlainFieldErrorCode, (label: string) => string> = {
  required: (label) => `${label}を入力してください。`,
  not_chosen: (label) => `${label}を選んでください。`,
  too_long: (label) => `${label}が長すぎます。文字数を減らしてください。`,
  not_an_amount: (label) => `${label}を数値として読み取れません。「3,898」のように入力してください。`,
  negative_amount: (label) => `${label}は0以上で入力してください。`,
  fraction_of_thousand_yen: (label) => `${label}に千円未満の端数があります。千円単位で入力してください。`,
  amount_too_large: (label) => `${label}が大きすぎます。桁数を確認してください。`,
  not_a_day: (label) => `${label}を日付として読み取れません。「11月28日」「令和8年11月28日」のように入力してください。`,
  not_in_list: (label) => `${label}を選び直してください。`,
  already_used: (label) => `この${label}は既に使われています。別のものを入力してください。`,
  former_name: (label) =>
    `同じ名称の経費区分が前の年度にあります。続けるときは${label}で選んでください。別のものにするときは名称を変えてください。`,
  password_too_short: (label) => `${label}は12文字以上で入力してください。`,
  password_too_common: (label) => `${label}が推測されやすい言葉です。別のものを入力してください。`,
  password_unchanged: (label) => `${label}が現在のものと同じです。別のものを入力してください。`,
  passwords_differ: (label) => `${label}が一致しません。同じものを入力してください。`,
  wrong_password: (label) => `${label}が正しくありません。入力し直してください。`,
  login_id_form: (label) => `${label}は半角の英小文字・数字・記号（. _ -）3～40文字で入力してください。`,
  department_required_for_drafter: (label) => `起案者には${label}が必要です。課を選んでください。`,
  good_is_flagged: (label) => `${label}の中に使わない表記があります。例文か「指摘しない言葉」を確認してください。`,
  bad_is_not_flagged: (label) => `${label}の中に使わない表記がありません。使わない表記を含む文を入力してください。`,
  invalid: (label) => `${label}を読み取れません。入力し直してください。`,
};

const isPlain = (code: FieldErrorCode): code is PlainFieldErrorCode => Object.hasOwn(fieldErrorText, code);

const numberedErrorText = {
  too_long: (label: string, limit: string) => `${label}は${limit}文字以内で入力してください。`,
  unusable: (label: string, place: string) =>
    `${label}の${place}文字目の文字は使えません。その文字を消してから、入力し直してください。`,
  not_up_to: (label: string, limit: string) => `${label}は1から${limit}までの整数で入力してください。`,
  locked: (_label: string, minutes: string) => lockedText(minutes, '変更'),
};

export function fieldErrorMessage(label: string, code: FieldErrorCode): string {
  if (isPlain(code)) return fieldErrorText[code](label);
  const [, kind = '', number = ''] = /^(.+)_(\d+)$/.exec(code) ?? [];
  return numberedErrorText[kind as keyof typeof numberedErrorText](label, formatCount(Number(number)));
}

/** What is refused before anything of the program is reached. */
export const doorText = {
  foreign_origin: errorText.foreign_origin,
  method_unknown: 'この方法では開けません。画面から操作してください。',
  length_required: '内容の大きさが分からないため、受け付けられません。画面から操作してください。',
  too_large: noAnswerText.too_large,
} as const;

export const problemText = (problem: Problem): string => ({ ...errorText, ...noAnswerText })[problem];

export const signInAgain = 'ログイン画面を別のタブで開く';
