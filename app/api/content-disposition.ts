const escaped = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

const LONE_SURROGATE = /\p{Cs}/gu;

/** A download under a name of any letters (RFC 5987); `fallback` is for programs that know ASCII only. */
export const attachment = (fileName: string, fallback: string): string =>
  `attachment; filename="${fallback}"; filename*=UTF-8''${encodeURIComponent(fileName.replace(LONE_SURROGATE, '\ufffd')).replace(/['()*!]/g, escaped)}`;
