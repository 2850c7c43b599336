/** One printed place that two editions of a document don't have alike. */
export type Difference = {
  /** Where it stands, in words for who has the paper. */
  place: string;
  kind: 'changed' | 'added' | 'removed' | 'moved';
  /** As printed; null where there is nothing of it. What moved says where it stood and stands. */
  before: string | null;
  after: string | null;
};

export const DIFFERENCE_KINDS = ['changed', 'added', 'removed', 'moved'] as const satisfies Difference['kind'][];

export const countByKind = (differences: readonly Difference[]): Record<Difference['kind'], number> => ({
  changed: differences.filter(({ kind }) => kind === 'changed').length,
  added: differences.filter(({ kind }) => kind === 'added').length,
  removed: differences.filter(({ kind }) => kind === 'removed').length,
  moved: differences.filter(({ kind }) => kind === 'moved').length,
});
