import { attachment } from '@/app/api/content-disposition';
import { gatedRoute, NOT_KEPT } from '@/app/api/gated-route';
import { type SecurityEventRow, securityFilterOf } from '@/lib/domain/history/security-event';
import { exportSecurityEvents, listSecurityPeople } from '@/lib/server/history/security-event-queries';
import { CSV_BEGINNING, csvLine } from '@/lib/text/csv';
import { securityCells, securityColumns, securityFilterText, securityText } from '@/lib/text/history/security';

/** Written portion by portion, as fast as it is taken. */
function asCsv(portions: AsyncIterator<SecurityEventRow[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(CSV_BEGINNING + csvLine(securityColumns))),
    async pull(stream) {
      const { done, value } = await portions.next();
      if (done) stream.close();
      else stream.enqueue(encoder.encode(value.map((row) => csvLine(securityCells(row))).join('')));
    },
  });
}

export const GET = gatedRoute('security.read', async (reader, request, _params, address) => {
  const headers = {
    ...NOT_KEPT,
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment(`${securityText.title}.csv`, 'security-events.csv'),
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const filter = securityFilterOf(Object.fromEntries(request.nextUrl.searchParams));
  const person = (await listSecurityPeople(reader)).find(({ id }) => id === filter.person);
  const events = await exportSecurityEvents(reader, address, filter, securityFilterText(filter, person?.name));
  return new Response(asCsv(events), { headers });
});
