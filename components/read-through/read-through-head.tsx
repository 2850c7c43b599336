import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import type { ReadersNeeded } from '@/lib/domain/read-through/mark';
import { READ_DOCUMENTS } from '@/lib/domain/read-through/place';
import { yearPaths } from '@/lib/routes';
import { formatCount } from '@/lib/text/format';
import { readThroughText as text } from '@/lib/text/read-through/read-through';
import type { ShownPlace } from './shown-places';

type ReadThroughHeadProps = {
  year: number;
  places: readonly ShownPlace[];
  done: ReadonlySet<string>;
  readersNeeded: ReadersNeeded;
  canMark: boolean;
  isOnlyLeft: boolean;
  onOnlyLeft: (isOnlyLeft: boolean) => void;
};

/** How far the reading is. */
export function ReadThroughHead(props: ReadThroughHeadProps) {
  const { year, places, done, readersNeeded, canMark, isOnlyLeft, onOnlyLeft } = props;
  const again = places.filter(({ key, changedAt }) => changedAt && !done.has(key)).length;
  const differences = places.filter((place) => place.differences.length > 0).length;
  const isOver = done.size === places.length;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6">
        <h1 className="text-std-22B-150">{text.titleOf(year)}</h1>
        <p className="whitespace-nowrap text-solid-gray-700">
          {text.read} <span className="text-std-32N-150 text-solid-gray-900">{formatCount(done.size)}</span>／
          {formatCount(places.length)}
        </p>
      </div>
      <progress value={done.size} max={places.length} aria-label={text.read} className="read-progress" />
      <p className="text-dns-14N-130 text-solid-gray-700">
        {text.needed[readersNeeded]} {!canMark && text.viewerOnly}
      </p>
      <div className="my-2 flex flex-wrap items-center gap-x-6 gap-y-1 text-dns-14N-130">
        {READ_DOCUMENTS.map((kind) => {
          const own = places.filter(({ document }) => document === kind);
          const count = own.filter(({ key }) => done.has(key)).length;
          return <span key={kind}>{text.count(text.document[kind], count, own.length)}</span>;
        })}
        {again > 0 && <span className="read-note">{text.again(again)}</span>}
        {differences > 0 && <span className="read-note">{text.differences(differences)}</span>}
        {isOver && (
          <span className="read-done">
            <Icon name="check" />
            {text.allRead}
          </span>
        )}
        <a href={yearPaths(year).document} className="link">
          {text.back}
        </a>
        <Button variant="text" aria-pressed={isOnlyLeft} onClick={() => onOnlyLeft(!isOnlyLeft)}>
          {isOnlyLeft ? text.showAll : text.onlyLeft}
        </Button>
      </div>
    </>
  );
}
