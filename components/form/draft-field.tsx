import type { Side, Value } from '@/lib/domain/draft/draft';
import { OtherVersion } from './other-version';

/** What the fields of a form need of its draft. */
type FieldsDraft<Name extends string> = {
  labels: Record<Name, string>;
  idOf: (name: Name) => string;
  messageOf: (name: Name) => string | undefined;
  otherOf: (name: Name) => { side: Side; value: Value; inField: Value } | null;
  tell: (event: { kind: 'chosen'; field: Name; side: Side }) => void;
};

/** Spread what it gives on Field. `show`: a value as people read it, where it isn't what they type. */
export const draftField =
  <Name extends string>(draft: FieldsDraft<Name>, show = (_name: Name, value: Value): string => String(value)) =>
  (name: Name) => {
    const other = draft.otherOf(name);
    const inField = other && show(name, other.inField);
    return {
      id: draft.idOf(name),
      label: draft.labels[name],
      error: draft.messageOf(name),
      footer: other && (
        <OtherVersion
          side={other.side}
          content={show(name, other.value)}
          // Of figures and choices the whole is read.
          against={inField === String(other.inField) ? inField : null}
          label={draft.labels[name]}
          onUse={() => draft.tell({ kind: 'chosen', field: name, side: other.side })}
        />
      ),
    };
  };
