import { notFoundText } from '@/lib/text/ui';
import { plainTextResponse } from '../gated-route';

/** What no other route answers to. */
const unknown = (): Response => plainTextResponse(`${notFoundText.title}。${notFoundText.cause}`, 404);

export { unknown as GET, unknown as POST };
