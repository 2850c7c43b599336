export type Random = {
  next(): number;
  between(from: number, to: number): number;
  integer(from: number, to: number): number;
  of<T>(list: readonly T[]): T;
};
export function randomFrom(seed: number): Random;
