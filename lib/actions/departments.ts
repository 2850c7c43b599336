'use server';

import { idInput } from '@/lib/domain/inputs';
import { action } from '@/lib/server/action';
import { orderDepartment } from '@/lib/server/department-order';
import { getDepartment } from '@/lib/server/department-queries';
import { addDepartment, editDepartment, restoreDepartment, retireDepartment } from '@/lib/server/departments';
import { readAction } from '@/lib/server/read-action';

export const getDepartmentAction = readAction('department.manage', idInput, getDepartment);
export const addDepartmentAction = action(addDepartment);
export const editDepartmentAction = action(editDepartment);
export const orderDepartmentAction = action(orderDepartment);
export const retireDepartmentAction = action(retireDepartment);
export const restoreDepartmentAction = action(restoreDepartment);
