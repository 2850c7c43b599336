'use server';

import { changeOwnPassword } from '@/lib/server/account';
import { action } from '@/lib/server/action';

export const changePasswordAction = action(changeOwnPassword);
