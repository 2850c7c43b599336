import { textDifference } from '@/lib/domain/entry/text-difference';
import { TextParts } from './text-parts';

/** The newer text, with what the older one doesn't have marked. */
export default function Gained({ text, against }: { text: string; against: string }) {
  return (
    <span>
      <TextParts parts={textDifference(against, text).filter(({ kind }) => kind !== 'removed')} />
    </span>
  );
}
