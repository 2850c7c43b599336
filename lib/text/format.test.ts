import { describe, expect, it } from 'vitest';
import {
  formatChange,
  formatCount,
  formatDate,
  formatDateTime,
  formatEraDateTime,
  formatRatio,
  formatShortDateTime,
  formatTime,
} from './format';

describe('times are shown in Japan, whatever the zone of the server', () => {
  const cases = [
    { at: '2026-11-23T05:05:00Z', list: '11/23 14:05', short: '11月23日 14:05', long: '令和8年11月23日 14:05' },
    { at: '2026-12-31T15:00:00Z', list: '1/1 00:00', short: '1月1日 00:00', long: '令和9年1月1日 00:00' },
    { at: '2019-04-30T14:59:00Z', list: '4/30 23:59', short: '4月30日 23:59', long: '平成31年4月30日 23:59' },
    { at: '2019-04-30T15:00:00Z', list: '5/1 00:00', short: '5月1日 00:00', long: '令和元年5月1日 00:00' },
  ];
  it.each(cases)('$at', ({ at, list, short, long }) => {
    const date = new Date(at);
    expect(formatShortDateTime(date)).toBe(list);
    expect(formatDateTime(date)).toBe(short);
    expect(formatEraDateTime(date)).toBe(long);
    expect(short).toContain(formatTime(date));
    expect(formatDate(date)).toMatch(new RegExp(`^20\\d\\d年${short.split(' ')[0]}$`));
  });
});

it('counts have commas', () => {
  expect(formatCount(1234567)).toBe('1,234,567');
});

it.each([
  [-0.012, '△1.2％'],
  [1.037, '＋103.7％'],
  [0.0001, '0.0％'],
  [0, '0.0％'],
])('change %d', (ratio, text) => {
  expect(formatChange(ratio)).toBe(text);
});

it.each([
  [-0.012, '△1.2％'],
  [0.0346, '3.5％'],
  [0, '0.0％'],
  [-0.0001, '0.0％'],
  [11.5, '1,150.0％'],
])('ratio %d', (ratio, text) => {
  expect(formatRatio(ratio)).toBe(text);
});
