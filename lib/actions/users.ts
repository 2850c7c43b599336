'use server';

import { idInput } from '@/lib/domain/inputs';
import { action } from '@/lib/server/action';
import { readAction } from '@/lib/server/read-action';
import { disableUser, enableUser, endUserSessions, removeMembership, resetPassword } from '@/lib/server/user-access';
import { getUser } from '@/lib/server/user-queries';
import { addMember, addUser, editUser } from '@/lib/server/users';

export const addUserAction = action(addUser);
export const addMemberAction = action(addMember);
export const editUserAction = action(editUser);
export const getUserAction = readAction('user.manage', idInput, getUser);
export const resetPasswordAction = action(resetPassword);
export const endUserSessionsAction = action(endUserSessions);
export const disableUserAction = action(disableUser);
export const enableUserAction = action(enableUser);
export const removeMembershipAction = action(removeMembership);
