/** What a list offers to choose from: its id is stored, its name is shown. */
export type Choice = { id: string; name: string };
