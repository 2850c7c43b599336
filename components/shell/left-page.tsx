/**
 * 戻る shows a page as the browser has kept it: with old figures, of another ward, or of a session that has ended. It is out of
 * sight from the moment that it is left, and comes anew. Runs before anything else of the page: one may leave at once.
 */
const SCRIPT = `addEventListener('pagehide', ({ persisted }) => { if (persisted) document.documentElement.dataset.left = '' });
addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload() });`;

export function LeftPage({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce}>{SCRIPT}</script>;
}
