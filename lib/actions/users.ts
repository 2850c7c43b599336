'use server';

import { action } from '@/lib/server/action';
import { disableUser, enableUser, endUserSessions, removeMembership, resetPassword } from '@/lib/server/user-access';
import { addMember, addUser, editUser } from '@/lib/server/users';

export const addUserAction = action(addUser);
export const addMemberAction = action(addMember);
export const editUserAction = action(editUser);
export const resetPasswordAction = action(resetPassword);
export const endUserSessionsAction = action(endUserSessions);
export const disableUserAction = action(disableUser);
export const enableUserAction = action(enableUser);
export const removeMembershipAction = action(removeMembership);
