'use server';

import { idInput } from '@/lib/domain/inputs';
import { action, readAction } from '@/lib/server/gate/action';
import { getDepartment } from '@/lib/server/people/department-queries';
import {
  addDepartment,
  editDepartment,
  orderDepartment,
  restoreDepartment,
  retireDepartment,
} from '@/lib/server/people/departments';
import {
  disableUser,
  enableUser,
  endUserSessions,
  removeMembership,
  resetPassword,
} from '@/lib/server/people/user-access';
import { getUser } from '@/lib/server/people/user-queries';
import { addMember, addUser, editUser } from '@/lib/server/people/users';

export const getDepartmentAction = readAction('department.manage', idInput, getDepartment);
export const addDepartmentAction = action(addDepartment);
export const editDepartmentAction = action(editDepartment);
export const orderDepartmentAction = action(orderDepartment);
export const retireDepartmentAction = action(retireDepartment);
export const restoreDepartmentAction = action(restoreDepartment);

export const addUserAction = action(addUser);
export const addMemberAction = action(addMember);
export const editUserAction = action(editUser);
export const getUserAction = readAction('user.manage', idInput, getUser);
export const resetPasswordAction = action(resetPassword);
export const endUserSessionsAction = action(endUserSessions);
export const disableUserAction = action(disableUser);
export const enableUserAction = action(enableUser);
export const removeMembershipAction = action(removeMembership);
