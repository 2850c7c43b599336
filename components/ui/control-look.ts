/** What text inputs, text areas and selects have in common. An invalid one has a red, thicker edge. */
export const controlLook =
  'rounded-6 border border-solid-gray-600 bg-white px-3 text-dns-16N-130 hover:border-black aria-invalid:border-red-900 aria-invalid:ring-1 aria-invalid:ring-red-900';

export const CONTROL_SIZES = { tool: 'min-h-9 py-1', large: 'min-h-12 py-2' } as const;
export type ControlSize = keyof typeof CONTROL_SIZES;
