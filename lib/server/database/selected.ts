import type { Prisma } from '@/lib/server/generated/client';

/** A column's value as it is read: bigint as a safe integer. */
type Read<Column> = Column extends bigint ? number : Column;
/**
 * A value may be one of fewer than its column's; where that can be blank, so can it. What doesn't fit is of no use to anybody. Of
 * JSON the column says nothing.
 */
type Fitting<Value, Column> = Prisma.JsonObject extends Column
  ? Value
  : [Value, Extract<Column, null>] extends [Column, Value]
    ? Value
    : { unlike: Column };

/** What a statement reads of a model of the schema: the named columns under their own names and of their own types, and more. */
export type Selected<Row, Model, Column extends keyof Model & keyof Row> = Omit<Row, Column> & {
  [Name in Column]: Fitting<Row[Name], Read<Model[Name]>>;
};
