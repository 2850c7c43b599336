import { gcm } from '@noble/ciphers/aes.js';
import { bytesToUtf8, managedNonce, utf8ToBytes } from '@noble/ciphers/utils.js';
import { copiesOf, mayKeepCopies } from './device-copies';

/** Whose device this is now, and for which ward. The server gives the key to that account's pages and to nobody else. */
export type CopyOwner = { accountId: string; wardId: string; copyKey: string };

/** What is kept under a name, and what opens it. */
export type KeptPlace = { name: string; copyKey: string };

export const keptPlace = ({ accountId, wardId, copyKey }: CopyOwner, what: string): KeptPlace => ({
  name: `${copiesOf(accountId)}${wardId}:${what}`,
  copyKey,
});

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/**
 * What is sealed under one name opens under no other. Not crypto.subtle: it isn't there over plain HTTP, and answers too late
 * for a page that is being left.
 */
const cipher = ({ name, copyKey }: KeptPlace) => managedNonce(gcm)(bytesOf(copyKey), utf8ToBytes(name));

/** Storage can be full, forbidden or hold what an earlier version or another key wrote: none of it may stop the page. */
export function readKept(place: KeptPlace): unknown {
  try {
    const sealed = localStorage.getItem(place.name);
    return sealed ? JSON.parse(bytesToUtf8(cipher(place).decrypt(bytesOf(sealed)))) : undefined;
  } catch {
    return undefined;
  }
}

/** undefined: nothing is kept any more. false: the device couldn't keep it. */
export function writeKept(place: KeptPlace, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(place.name);
    else if (mayKeepCopies())
      localStorage.setItem(place.name, base64Of(cipher(place).encrypt(utf8ToBytes(JSON.stringify(value)))));
    return true;
  } catch {
    return false;
  }
}
