import { paths } from '@/lib/routes';

/** The keys are listed at the end of the guide, which opens beside what is being typed. */
const SCRIPT = `addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key !== '/' || event.isComposing) return;
  event.preventDefault();
  open('${paths.guide}#キー操作', '_blank', 'noopener');
});`;

/** Ctrl+/ on every page. */
export function HelpKey({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce}>{SCRIPT}</script>;
}
