/** What a list offers to choose from: its id is stored, its name is shown. */
export type Choice = { id: string; name: string };

/** Who changed something last, and when (an ISO instant). `by` is null where nobody of the ward did. isOwn: the reader, in another tab or elsewhere. */
export type LastChange = { by: string | null; isOwn: boolean; at: string };
