import { paths } from '@/lib/routes';

/** Whether the server and its database answer. */
export const isAnswering = (): Promise<boolean> =>
  fetch(paths.health).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Brings the page up to date once it is known that it can be: otherwise Next leaves it for an error page, of the browser or of the
 * program, and what was said on it is lost. `isWanted` is asked then: somebody may have gone on typing meanwhile.
 */
export async function refreshIfAnswering(refresh: () => void, isWanted = () => true): Promise<void> {
  if (isWanted() && (await isAnswering()) && isWanted()) refresh();
}
