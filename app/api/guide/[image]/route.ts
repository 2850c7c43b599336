import { gatedRoute, NOT_KEPT, plainError } from '@/app/api/gated-route';
import { readGuideImage } from '@/lib/server/guide/guide';

export const GET = gatedRoute('year.read', async (_reader, _request, { image = '' }) => {
  const png = await readGuideImage(image);
  if (!png) return plainError('not_found', 404);
  return new Response(new Uint8Array(png), { headers: { ...NOT_KEPT, 'content-type': 'image/png' } });
});
