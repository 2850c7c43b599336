export type YearStatus = 'open' | 'closed';

type Transition = { from: YearStatus | null; to: YearStatus; reason: 'required' | 'none' };

/** The one table of a year's transitions. */
export const YEAR_WORKFLOW = {
  open: { from: null, to: 'open', reason: 'none' },
  close: { from: 'open', to: 'closed', reason: 'none' },
  reopen: { from: 'closed', to: 'open', reason: 'required' },
} as const satisfies Record<string, Transition>;
