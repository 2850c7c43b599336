import 'server-only';
import { existsSync, readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

const FOLDER = '.next/static/chunks';
const TYPES: Readonly<Record<string, string>> = { '.js': 'application/javascript', '.css': 'text/css' };
const PACKED = '.br';
/** With q=0, somebody says that they don't read it. */
const READS_PACKED = /(?:^|[\s,])br(?=\s*(?:,|$|;))(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

/** Scripts and style sheets that the build has packed: where the browser reads it, that is sent in their place. */
export function packedFiles(root: string): (request: IncomingMessage, response: ServerResponse) => void {
  const folder = path.join(root, FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(PACKED)) : [];
  const packed = new Set(names.map((name) => `/_${FOLDER.slice(1)}/${name.slice(0, -PACKED.length)}`));
  return (request, response) => {
    const { url = '', headers } = request;
    if (!packed.has(url)) return;
    response.setHeader('vary', 'accept-encoding');
    if (!READS_PACKED.test(String(headers['accept-encoding']))) return;
    response.setHeader('content-encoding', 'br');
    response.setHeader('content-type', TYPES[path.extname(url)] ?? '');
    request.url = url + PACKED;
  };
}
