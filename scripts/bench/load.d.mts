import type { IncomingHttpHeaders } from 'node:http';

export function send(
  url: string,
  options?: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>;
