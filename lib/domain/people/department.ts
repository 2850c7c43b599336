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
  /** People who can sign in, and approve or draft what is this 課's. */
  drafterCount: number;
  approverCount: number;
  /** Of the year that is asked for. */
  entryCount: number;
  approvedCount: number;
  blankCount: number;
  /** In 千円, of those that have one. */
  amount: number;
};

/** Nobody is there to approve what it submits; `wardApprovers` approve for all 課. */
export const lacksApprover = ({ isRetired, approverCount }: DepartmentRow, wardApprovers: number): boolean =>
  !isRetired && approverCount + wardApprovers === 0;

export const activeCountOf = (departments: readonly DepartmentRow[]): number =>
  departments.filter(({ isRetired }) => !isRetired).length;
