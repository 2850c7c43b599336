/** A page number typed by hand shows the nearest page. */
export function pageOf(query: string | string[] | undefined, pages: number): number {
  const asked = typeof query === 'string' && /^\d{1,5}$/.test(query) ? Number(query) : 1;
  return Math.min(Math.max(asked, 1), pages);
}
