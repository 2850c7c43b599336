const ZONE = { timeZone: 'Asia/Tokyo' } as const;

const numberFormat = new Intl.NumberFormat('ja-JP');
const percentFormat = new Intl.NumberFormat('ja-JP', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const dayFormat = new Intl.DateTimeFormat('ja-JP', { ...ZONE, month: 'long', day: 'numeric' });
const timeFormat = new Intl.DateTimeFormat('ja-JP', { ...ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const eraFormat = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  ...ZONE,
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

const dateFormat = new Intl.DateTimeFormat('ja-JP', { ...ZONE, year: 'numeric', month: 'long', day: 'numeric' });

/** 14:05 */
export const formatTime = (at: Date): string => timeFormat.format(at);

/** 11月23日 */
export const formatDay = (at: Date): string => dayFormat.format(at);

/** 11月23日 14:05 */
export const formatDateTime = (at: Date): string => `${formatDay(at)} ${formatTime(at)}`;

const JAPAN_OFFSET_MS = 9 * 60 * 60 * 1000;
const twoDigits = (part: number): string => `${part}`.padStart(2, '0');

/** 11/23, as below. */
export function formatShortDate(at: Date): string {
  const there = new Date(at.getTime() + JAPAN_OFFSET_MS);
  return `${there.getUTCMonth() + 1}/${there.getUTCDate()}`;
}

/** 11/23 14:05. Japan has had one offset since 1952, so that long lists need no slow formatter. */
export function formatShortDateTime(at: Date): string {
  const there = new Date(at.getTime() + JAPAN_OFFSET_MS);
  const time = `${twoDigits(there.getUTCHours())}:${twoDigits(there.getUTCMinutes())}`;
  return `${formatShortDate(at)} ${time}`;
}

/** 2026-11-23 14:05:09, in Japan: for files that programs read. */
export const formatStamp = (at: Date): string =>
  new Date(at.getTime() + JAPAN_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** 令和8年11月23日; 令和元年10月1日 */
export const formatEraDate = (at: Date): string => eraFormat.format(at);

/** 令和8年11月23日 14:05 */
export const formatEraDateTime = (at: Date): string => `${formatEraDate(at)} ${formatTime(at)}`;

/** 2026年11月23日 */
export const formatDate = (at: Date): string => dateFormat.format(at);

/** 1,234 */
export const formatCount = (count: number): string => numberFormat.format(count);

/** A ratio as a percentage with its sign in △: -0.012 → △1.2％ */
export const formatRatio = (ratio: number): string => {
  const text = `${percentFormat.format(Math.abs(ratio) * 100)}％`;
  return ratio < 0 && text !== '0.0％' ? `△${text}` : text;
};

/** A change as a percentage that nobody takes for what is left: 1.037 → ＋103.7％ */
export const formatChange = (ratio: number): string => {
  const text = formatRatio(ratio);
  return text === formatRatio(0) || ratio < 0 ? text : `＋${text}`;
};
