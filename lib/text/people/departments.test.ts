import { expect, test } from 'vitest';
import { departmentInUse } from './departments';

test.each([
  [1, 0, '利用者が1人いるため、廃止できません。先に別の課に移してください。'],
  [0, 2, '編成中の事業が2件あるため、廃止できません。先に別の課に移してください。'],
  [1, 2, '利用者が1人、編成中の事業が2件あるため、廃止できません。先に別の課に移してください。'],
])('%i people and %i entries in a 課', (members, entries, said) => {
  expect(departmentInUse(members, entries)).toBe(said);
});
