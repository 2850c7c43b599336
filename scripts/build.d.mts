export function build(say?: <T>(text: string, work: () => Promise<T>) => Promise<T>): Promise<string>;
