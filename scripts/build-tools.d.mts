/** Bundles the scripts that a server needs beside the program into the folder, each in one file. */
export function bundleTools(folder: string): Promise<void>;
