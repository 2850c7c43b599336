import * as z from 'zod/mini';
import { ROLES, type Role } from '@/lib/domain/actor';
import type { LastChange } from '@/lib/domain/choice';
import { knownUndecidableInput } from '@/lib/domain/entry/undecidable';
import { idInput, isId, lineInput, versionInput } from '@/lib/domain/inputs';

export const LOGIN_ID = /^[a-z0-9._-]{3,40}$/;
const PERSON_NAME_LIMIT = 60;

/** One spelling of an ID, whatever width and case it is typed in. */
export const normalizeLoginId = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const loginIdInput = z.pipe(
  z.string(),
  z.transform((text: string, context) => {
    const value = normalizeLoginId(text);
    if (value === '') context.issues.push({ code: 'custom', message: 'required', input: text });
    else if (!LOGIN_ID.test(value)) context.issues.push({ code: 'custom', message: 'login_id_form', input: text });
    return value;
  }),
);

/** The empty choice of a select is no 課. */
const departmentInput = z.pipe(
  z.string(),
  z.transform((text: string, context): string | null => {
    if (text !== '' && !isId(text)) {
      context.issues.push({ code: 'custom', message: 'not_in_list', input: text });
    }
    return text === '' ? null : text;
  }),
);

const rolesInput = z.pipe(
  z.array(z.enum(ROLES, 'not_in_list')).check(z.minLength(1, 'not_chosen')),
  z.transform((roles: Role[]): Role[] => ROLES.filter((role) => roles.includes(role))),
);

const membership = { departmentId: departmentInput, roles: rolesInput };

const drafterHasDepartment = z.refine<{ departmentId: string | null; roles: Role[] }>(
  ({ departmentId, roles }) => departmentId !== null || !roles.includes('drafter'),
  { path: ['departmentId'], message: 'department_required_for_drafter' },
);

export const addUserInput = z
  .object({ loginId: loginIdInput, name: lineInput(PERSON_NAME_LIMIT), ...membership })
  .check(drafterHasDepartment);
export const addMemberInput = z.object({ loginId: loginIdInput, ...membership }).check(drafterHasDepartment);

const userFields = { name: lineInput(PERSON_NAME_LIMIT), ...membership };
export const userFieldsInput = z.object(userFields).check(drafterHasDepartment);
export const editUserInput = z
  .object({ membershipId: idInput, version: versionInput, knownUndecidable: knownUndecidableInput, ...userFields })
  .check(drafterHasDepartment);

/** For what is done to a user as a whole. */
export const userInput = z.object({
  membershipId: idInput,
  version: versionInput,
  knownUndecidable: knownUndecidableInput,
});

type Rights = { departmentId: string | null; roles: readonly Role[] };

/** Whether a change of one's rights could let one do more than before: nobody does that for themselves. Every member reads. */
export const widensRights = (before: Rights, after: Rights): boolean =>
  before.departmentId !== after.departmentId ||
  after.roles.some((role) => role !== 'viewer' && !before.roles.includes(role));

export type AddUserText = z.input<typeof addUserInput>;
export type UserFieldsText = z.input<typeof userFieldsInput>;

/** What an administrator can do to a user beside editing. */
export const USER_ACTIONS = ['resetPassword', 'endSessions', 'disable', 'enable', 'removeMembership'] as const;
export type UserAction = (typeof USER_ACTIONS)[number];

/** Whether somebody can sign in. */
export const USER_STATES = ['active', 'disabled'] as const;
export type UserStateFilter = (typeof USER_STATES)[number];

/** `department`: an id, or `none`. */
export type UserFilter = { department: string | null; role: Role | null; state: UserStateFilter | null };

export const NO_USER_FILTER: UserFilter = { department: null, role: null, state: null };

type Query = Record<string, string | string[] | undefined>;

export const NO_DEPARTMENT = 'none';

/** What can't be understood is as good as not there. */
export const userFilterOf = ({ department, role, state }: Query): UserFilter => ({
  department: department === NO_DEPARTMENT || isId(department) ? department : null,
  role: ROLES.find((known) => known === role) ?? null,
  state: USER_STATES.find((known) => known === state) ?? null,
});

export type UserRow = {
  membershipId: string;
  loginId: string;
  name: string;
  departmentName: string | null;
  roles: Role[];
  isDisabled: boolean;
  mustChangePassword: boolean;
  isHomeWard: boolean;
  lastSignInAt: Date | null;
};

export type UserDetail = UserRow & {
  departmentId: string | null;
  version: number;
  homeWardName: string;
  /** It is the reader's own account. */
  isSelf: boolean;
  /** null: the password is the person's own, or has no limit. */
  initialPasswordUntil: Date | null;
  sessionCount: number;
  availableActions: UserAction[];
  lastChange: LastChange | null;
};

/** How long a password that was handed over opens. */
export const INITIAL_PASSWORD_DAYS = 14;

/** A password that is shown once, to be handed over. */
export type InitialPassword = { membershipId: string; loginId: string; password: string };
