export type WardYear = { year: number; isOpen: boolean };

/** The year that people work on: the newest open one, else the newest of all. */
export function currentYear(years: readonly WardYear[]): number | undefined {
  const open = years.filter(({ isOpen }) => isOpen);
  const candidates = (open.length > 0 ? open : years).map(({ year }) => year);
  return candidates.length > 0 ? Math.max(...candidates) : undefined;
}
