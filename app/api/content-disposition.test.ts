import { describe, expect, it } from 'vitest';
import { documentFileName } from '@/lib/text/document/document-page';
import { attachment } from './content-disposition';

const ATTACHMENT = /^attachment; filename=([\w.-]+); filename\*=UTF-8''([\w.%~!-]+)$/;
const fileNameOf = (header: string): string => decodeURIComponent(ATTACHMENT.exec(header)?.[2] ?? '');

describe('a download', () => {
  it.each([
    ['令和４年度 港区関連予算（案）概要', '令和４年度_港区関連予算（案）概要.pdf'],
    ['a"; filename=evil.exe', 'a;_filename=evil.exe.pdf'],
    ["it's (new)*!", "it's_(new)!.pdf"],
    ['../../etc/passwd', '....etcpasswd.pdf'],
    ['1\r\nset-cookie: a=b', '1set-cookie_a=b.pdf'],
    ['右から\u202e左', '右から左.pdf'],
    ['\ud800半分', '\ufffd半分.pdf'],
  ])('%j is named so that no header and no path can be made of it', (title, expected) => {
    const header = attachment(documentFileName(title, 'pdf'), 'document-2022.pdf');
    expect(header).toMatch(ATTACHMENT);
    expect(fileNameOf(header)).toBe(expected);
  });
});
