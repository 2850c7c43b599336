'use server';

import { changePassword } from '@/lib/server/account';
import { action } from '@/lib/server/action';

export const changePasswordAction = action(changePassword);
