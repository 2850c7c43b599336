'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import type { CopyOwner } from './device-store';

const Owner = createContext<CopyOwner | null>(null);

type DeviceOwnerProps = { owner: CopyOwner; children: ReactNode };

/** Whose text the forms of this page keep on the device: theirs for whom it was loaded, whoever it is brought up to date for. */
export function DeviceOwner({ owner, children }: DeviceOwnerProps) {
  const [first] = useState(owner);
  return <Owner value={first}>{children}</Owner>;
}

/** null: nobody's, nothing is kept. */
export const useDeviceOwner = (): CopyOwner | null => useContext(Owner);
