/** An entry that waits for a decision, with nobody left who could take it. */
export type UndecidableEntry = { id: string; year: number; name: string; departmentName: string };

/** What a change of rights would leave so, and who had no hand in any of it and could be made an approver. */
export type Undecidable = { entries: UndecidableEntry[]; possibleDeciders: string[] };

/** How many are named before it is said how many more there are. */
export const UNDECIDABLE_SHOWN = 10;
