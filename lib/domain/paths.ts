/** Where a year's screens are. */
export function yearPaths(year: number) {
  const home = `/years/${year}`;
  return {
    home,
    entries: `${home}/entries`,
    newEntry: `${home}/entries/new`,
    order: `${home}/order`,
    approvals: `${home}/approvals`,
    document: `${home}/document`,
    settings: `/admin/years/${year}`,
  };
}

/** Where an entry's screens are. */
export function entryPaths(year: number, id: string) {
  const { entries, approvals } = yearPaths(year);
  const entry = `${entries}/${id}`;
  return {
    entry,
    edit: `${entry}/edit`,
    confirm: `${entry}/confirm`,
    history: `${entry}/history`,
    correct: `${entry}/correct`,
    move: `${entry}/move`,
    approval: `${approvals}/${id}`,
  };
}

/** What a 課 still works on, and where it can be handed over. */
export const departmentPath = (departmentId: string): string => `/admin/departments/${departmentId}`;
