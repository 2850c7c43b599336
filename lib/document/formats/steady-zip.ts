import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first time that a ZIP can hold: the same document gives the same bytes, whenever it is written. */
const TIME = { mtime: '1980-01-01T00:00:00' };
const CORE = 'docProps/core.xml';
const ANY_TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

export const zip = (files: Zippable): Uint8Array => zipSync(files, TIME);

/** By its place, the first, programs know an Office file. */
const TYPES = '[Content_Types].xml';

/** An Office file as its library wrote it, without the time of writing. */
export function withoutTime(office: Uint8Array): Uint8Array {
  const { [TYPES]: types, ...others } = unzipSync(office);
  const files: Record<string, Uint8Array> = { ...(types && { [TYPES]: types }), ...others };
  const core = files[CORE];
  if (core) files[CORE] = strToU8(strFromU8(core).replace(ANY_TIME, '1980-01-01T00:00:00Z'));
  return zip(files);
}
