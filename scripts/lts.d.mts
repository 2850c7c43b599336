/** The Node that the image runs. */
export function ltsVersion(): string | undefined;
