import { formatCount } from '@/lib/text/format';

export const sessionsText = {
  title: 'ログイン中の端末',
  list: 'ログイン中の端末の一覧',
  browser: '端末',
  ward: '区',
  startedAt: 'ログイン',
  lastSeenAt: '最後の操作',
  address: '接続元IPアドレス',
  action: '操作',
  isThis: 'この端末',
  end: 'ログインを終了',
  endOthers: 'ほかの端末のログインをすべて終了',
  endTitle: (browser: string): string => `${browser}のログインを終了しますか？`,
  endOthersTitle: 'ほかの端末のログインをすべて終了しますか？',
  endBody:
    '終了した端末では、もう一度ログインするまで操作できません。保存していない事業の編集と理由は、その端末に残ります。心当たりのない端末のときは、パスワードも変更してください。',
  unknown: '不明な端末',
  none: '－',
  ended: (count: number): string => `${formatCount(count)}台のログインを終了しました。`,
} as const;

const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const first = (known: readonly [RegExp, string][], text: string) => known.find(([is]) => is.test(text))?.[1];

/** Edge（Windows）: what a person calls the browser that names itself so. */
export function browserText(userAgent: string | null): string {
  const browser = first(BROWSERS, userAgent ?? '');
  const system = first(SYSTEMS, userAgent ?? '');
  return browser && system ? `${browser}（${system}）` : (browser ?? system ?? sessionsText.unknown);
}
