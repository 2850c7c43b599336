import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { ROLES, type Role } from '@/lib/domain/actor';
import type { Choice } from '@/lib/domain/choice';
import { roleText } from '@/lib/text/terms';
import { usersText } from '@/lib/text/users';

type Described = { id: string; label: string; error: string | undefined; footer?: ReactNode };
type MembershipFieldsProps = {
  departments: readonly Choice[];
  department: Described & { control: UseFormRegisterReturn };
  roles: Described & { control: UseFormRegisterReturn; initial: readonly Role[] };
};

/** 課 and roles: what a person is in this ward. */
export function MembershipFields({ departments, department, roles }: MembershipFieldsProps) {
  const { control: departmentControl, ...departmentField } = department;
  return (
    <>
      <Field {...departmentField} required={false} support={usersText.departmentSupport}>
        {(described) => (
          <Select
            {...described}
            {...departmentControl}
            emptyLabel={usersText.noDepartment}
            options={departments}
            className="self-start"
          />
        )}
      </Field>
      <ChoiceGroup id={roles.id} legend={roles.label} error={roles.error} footer={roles.footer} required>
        {ROLES.map((role, index) => (
          <Checkbox
            key={role}
            {...roles.control}
            defaultChecked={roles.initial.includes(role)}
            id={index === 0 ? roles.id : `${roles.id}-${role}`}
            value={role}
            label={roleText[role]}
            aria-invalid={roles.error ? true : undefined}
          />
        ))}
      </ChoiceGroup>
    </>
  );
}
