import { create } from 'content-disposition';

const LONE_SURROGATE = /\p{Cs}/gu;

/** A download under a name of any letters; `fallback` is for programs that know ASCII only. */
export const attachment = (fileName: string, fallback: string): string =>
  create(fileName.replace(LONE_SURROGATE, '\ufffd'), { fallback });
