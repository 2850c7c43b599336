import { expect, test } from 'vitest';
import { checkText } from './check';
import {
  countFindings,
  errorsByEntry,
  errorsInTexts,
  filterFindings,
  findingFilterOf,
  type YearFinding,
} from './year-findings';

const DEPARTMENT = '019ac000-0000-7000-8000-00000000000a';
const about = { year: 2023, isName: false, dictionary: [] };
const [placeholder, double] = checkText('summary', 'あああ。。', about);
const found: YearFinding[] = [placeholder, double].flatMap((finding, index) =>
  finding
    ? [
        {
          finding,
          entry: index === 0 ? { id: '1', name: '事業', departmentId: DEPARTMENT, departmentName: '課' } : null,
          categoryName: null,
          said: null,
        },
      ]
    : [],
);

test('errors and warnings are counted apart', () => {
  expect(countFindings(found)).toEqual({ errors: 1, warnings: 1 });
});

test.each([
  [{}, 2],
  [{ department: DEPARTMENT }, 1],
  [{ department: 'x' }, 2],
  [{ severity: 'warning' }, 1],
  [{ severity: ['warning'] }, 2],
  [{ rule: 'placeholder' }, 1],
  [{ rule: 'placeholder', severity: 'warning' }, 0],
  [{ rule: 'nothing' }, 2],
])('%o leaves %i', (query, count) => {
  expect(filterFindings(found, findingFilterOf(query))).toHaveLength(count);
});

test('an error that somebody lets stand is something to look at', () => {
  const said = { rule: 'placeholder', place: 'summary', flagged: 'あああ', reason: '題名', allowedBy: '予算管理者' };
  const allowed = found.map((one) => (one.finding.severity === 'error' ? { ...one, said } : one));
  expect(countFindings(allowed)).toEqual({ errors: 0, warnings: 2 });
  expect(filterFindings(allowed, findingFilterOf({ severity: 'error' }))).toEqual([]);
  expect(filterFindings(allowed, findingFilterOf({ severity: 'warning' }))).toHaveLength(2);
});

test('errors stand together by the entry that they are in, and those of the year’s texts for themselves', () => {
  const twice = [...found, ...found, ...found.map((one) => ({ ...one, entry: null }))];
  expect(errorsByEntry(twice).map(({ entry, errors }) => [entry.id, errors.length])).toEqual([['1', 2]]);
  expect(errorsInTexts(twice).map(({ entry, finding }) => [entry, finding.severity])).toEqual([[null, 'error']]);
});
