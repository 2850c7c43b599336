import { isDatabaseAnswering } from '@/lib/server/database/health';

export const dynamic = 'force-dynamic';

/** For a container's or a proxy's health check; tells nothing but whether the program can work. */
export async function GET(): Promise<Response> {
  const isHealthy = await isDatabaseAnswering();
  return Response.json(
    { status: isHealthy ? 'ok' : 'unavailable' },
    { status: isHealthy ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
