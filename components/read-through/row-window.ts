/** Rows are drawn in parts of this many: with more than some hundreds each key would wait for the table's layout. */
const PART = 50;

/** Of so many rows those that are drawn: the part that the open place is in and the ones beside it. */
export function rowWindow(count: number, at: number): { from: number; to: number } {
  if (count <= 3 * PART) return { from: 0, to: count };
  const part = Math.floor(Math.max(at, 0) / PART);
  return { from: Math.max(0, (part - 1) * PART), to: Math.min(count, (part + 2) * PART) };
}
