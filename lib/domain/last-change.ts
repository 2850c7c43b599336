/** Who changed something last, and when (an ISO instant). `by` is null where nobody of the ward did. isOwn: the reader, in another tab or elsewhere. */
export type LastChange = { by: string | null; isOwn: boolean; at: string };
