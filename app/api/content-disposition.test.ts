import { describe, expect, it } from 'vitest';
import { attachment } from './content-disposition';

const ATTACHMENT = /^attachment; filename=([\w.-]+); filename\*=UTF-8''([\w.%~!-]+)$/;
const fileNameOf = (header: string): string => decodeURIComponent(ATTACHMENT.exec(header)?.[2] ?? '');

describe('a download', () => {
  it.each([
    ['セキュリティの記録.csv', 'セキュリティの記録.csv'],
    ['a"; filename=evil.exe', 'a"; filename=evil.exe'],
    ["it's (new)*!", "it's (new)*!"],
    ['1\r\nset-cookie: a=b', '1\r\nset-cookie: a=b'],
    ['\ud800半分', '\ufffd半分'],
  ])('%j is named so that no header can be made of it', (name, expected) => {
    const header = attachment(name, 'file.csv');
    expect(header).toMatch(ATTACHMENT);
    expect(fileNameOf(header)).toBe(expected);
  });

  it('needs one name where every program knows it', () => {
    const name = '271071_2022_d1_draft.pdf';
    expect(attachment(name, name)).toBe(`attachment; filename=${name}`);
  });
});
