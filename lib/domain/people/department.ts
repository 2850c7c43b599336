import * as z from 'zod/mini';
import { idInput, lineInput, versionInput } from '@/lib/domain/inputs';
import { directionInput } from '@/lib/domain/reorder';

const DEPARTMENT_NAME_LIMIT = 40;

const name = lineInput(DEPARTMENT_NAME_LIMIT);

export const departmentNameInput = z.object({ name });
export const editDepartmentInput = z.object({ departmentId: idInput, version: versionInput, name });
/** For what is done to a 課 as a whole. */
export const departmentInput = z.object({ departmentId: idInput, version: versionInput });
export const orderDepartmentInput = z.extend(departmentInput, { direction: directionInput });

export type DepartmentRow = {
  id: string;
  name: string;
  version: number;
  isRetired: boolean;
  memberCount: number;
  /** Entries of years that are still open. */
  openEntryCount: number;
};
