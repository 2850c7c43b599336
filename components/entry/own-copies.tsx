'use client';

import { useEffect } from 'react';
import { clearCopiesOfOthers } from './device-copies';

/** On every page of somebody who is signed in: what others left on this device goes. */
export function OwnCopies({ accountId }: { accountId: string }) {
  useEffect(() => clearCopiesOfOthers(accountId), [accountId]);
  return null;
}
