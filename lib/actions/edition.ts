'use server';

import { publishEdition } from '@/lib/server/edition/editions';
import { action } from '@/lib/server/gate/action';

export const publishEditionAction = action(publishEdition);
