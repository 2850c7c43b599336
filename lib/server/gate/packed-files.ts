import 'server-only';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

const FOLDER = '.next/static/chunks';
const TYPES: Readonly<Record<string, string>> = { '.js': 'application/javascript', '.css': 'text/css' };
/** The shorter one first. */
const PACKINGS = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
] as const;
type Encoding = (typeof PACKINGS)[number]['encoding'];

/** With q=0, somebody says that they don't read it. */
const isRead = (encoding: Encoding, accepted: string): boolean =>
  accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((piece) => piece.trim()))
    .some(([name, weight = '']) => name === encoding && !/^q=0(?:\.0*)?$/.test(weight));

/** @returns by address, what the build has packed. */
function readPacked(folder: string): Map<string, Partial<Record<Encoding, Buffer>>> {
  const packed = new Map<string, Partial<Record<Encoding, Buffer>>>();
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const packing = PACKINGS.find(({ suffix }) => name.endsWith(suffix));
    if (!packing) continue;
    const address = `/_${FOLDER.slice(1)}/${name.slice(0, -packing.suffix.length)}`;
    packed.set(address, { ...packed.get(address), [packing.encoding]: readFileSync(path.join(folder, name)) });
  }
  return packed;
}

/**
 * Answers with scripts and style sheets that the build has packed, from memory: Next would look for the file and, without
 * brotli, pack it at each request. Their names change with what is in them.
 * @returns whether it has answered.
 */
export function packedFiles(root: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const packed = readPacked(path.join(root, FOLDER));
  return ({ url = '', method, headers }, response) => {
    const files = method === 'GET' || method === 'HEAD' ? packed.get(url) : undefined;
    if (!files) return false;
    response.setHeader('vary', 'accept-encoding');
    const accepted = String(headers['accept-encoding'] ?? '');
    const encoding = PACKINGS.map((packing) => packing.encoding).find((name) => files[name] && isRead(name, accepted));
    const body = encoding && files[encoding];
    if (!body) return false;
    response.setHeader('content-encoding', encoding);
    response.setHeader('content-type', TYPES[path.extname(url)] ?? '');
    response.setHeader('content-length', body.length);
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    response.writeHead(200);
    response.end(body);
    return true;
  };
}
