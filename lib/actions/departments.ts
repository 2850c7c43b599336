'use server';

import { action } from '@/lib/server/action';
import { orderDepartment } from '@/lib/server/department-order';
import { addDepartment, editDepartment, restoreDepartment, retireDepartment } from '@/lib/server/departments';

export const addDepartmentAction = action(addDepartment);
export const editDepartmentAction = action(editDepartment);
export const orderDepartmentAction = action(orderDepartment);
export const retireDepartmentAction = action(retireDepartment);
export const restoreDepartmentAction = action(restoreDepartment);
