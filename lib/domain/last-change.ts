/** Who changed something last, and when (an ISO instant). `by` is null where nobody of the ward did. */
export type LastChange = { by: string | null; at: string };
