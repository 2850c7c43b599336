export type WardOption = { id: string; name: string };
