'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { CopyOwner } from './device-store';

const Owner = createContext<CopyOwner | null>(null);

type DeviceOwnerProps = { owner: CopyOwner; children: ReactNode };

/** Whose text the forms of this page keep on the device. */
export function DeviceOwner({ owner, children }: DeviceOwnerProps) {
  return <Owner value={owner}>{children}</Owner>;
}

/** null: nobody's, nothing is kept. */
export const useDeviceOwner = (): CopyOwner | null => useContext(Owner);
