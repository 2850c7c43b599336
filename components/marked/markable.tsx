'use client';

import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { afterOwnWork, isOwnWork, lookedAt, type MarkedEntry, type Marking } from '@/lib/domain/marked/marking';

/** Loaded with the first mark: a list is read more often than it is marked. */
const MarkedBar = lazy(() => import('./marked-bar'));

const ALL = 'mark-all';
const ONE = 'mark';

type MarkableProps = {
  year: number;
  /** Which rows are asked for. With other ones the marks are let go, and what is said of an act stays. */
  filter: string;
  marking: Marking;
  /** Those that something can be done with, in the order of the list. */
  entries: readonly MarkedEntry[];
  /** The list; its boxes are `MarkBox` and `MarkAllBox`. */
  children: ReactNode;
};

/** A list whose rows can be marked. The boxes themselves know what is marked, so that no row is drawn again for one. */
export function Markable({ year, filter, marking, entries, children }: MarkableProps) {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  /** Each as it was when it was marked. */
  const [marks, setMarks] = useState<ReadonlyMap<string, MarkedEntry>>(new Map());
  /** Those that have lost their mark, because nobody has looked at what they are now. */
  const [changed, setChanged] = useState<readonly MarkedEntry[]>([]);
  const [compared, setCompared] = useState({ shown, filter });
  /** What the reader's last act was done to, and how that left it. */
  const [done, setDone] = useState<ReadonlyMap<string, MarkedEntry>>(new Map());
  const [wasMarked, setWasMarked] = useState(false);

  const boxes = useCallback(
    (name: string) => [...(list.current?.querySelectorAll<HTMLInputElement>(`input[name=${name}]`) ?? [])],
    [],
  );
  const read = useCallback(() => {
    const all = boxes(ONE);
    const checked = all.filter((box) => box.checked);
    for (const box of all) box.closest('tr')?.toggleAttribute('data-marked', box.checked);
    for (const box of boxes(ALL)) {
      box.checked = checked.length > 0 && checked.length === all.length;
      box.indeterminate = checked.length > 0 && checked.length < all.length;
    }
    setMarks((before) => {
      const entryOf = ({ value }: HTMLInputElement) => before.get(value) ?? shown.get(value);
      return new Map(checked.flatMap((box) => entryOf(box) ?? []).map((entry) => [entry.id, entry]));
    });
    if (checked.length > 0) setWasMarked(true);
  }, [boxes, shown]);

  useEffect(() => {
    const element = list.current;
    const press = ({ target, shiftKey, detail }: MouseEvent) => {
      if (!(target instanceof HTMLInputElement)) return;
      const all = boxes(ONE);
      if (target.name === ALL) for (const box of all) box.checked = target.checked;
      else if (target.name !== ONE) return;
      // Shift and Space is no press of the mouse: it marks the one row.
      else if (shiftKey && detail > 0 && last.current) {
        const [from, to] = [all.indexOf(last.current), all.indexOf(target)].sort((a, b) => a - b);
        for (const box of all.slice(from, (to ?? 0) + 1)) box.checked = target.checked;
      }
      if (target.name === ONE) last.current = target;
      setChanged([]);
      read();
    };
    element?.addEventListener('click', press);
    return () => element?.removeEventListener('click', press);
  }, [boxes, read]);

  const isAsMarked = (entry: MarkedEntry) => {
    const now = shown.get(entry.id);
    return now !== undefined && lookedAt(now) === lookedAt(entry);
  };
  if (compared.shown !== shown) {
    setCompared({ shown, filter });
    const now = (entry: MarkedEntry) => {
      const row = shown.get(entry.id);
      return row && isOwnWork(done.get(entry.id), row) ? row : entry;
    };
    const seen = compared.filter === filter ? [...marks.values()].map(now) : [];
    setMarks(new Map(seen.map((entry) => [entry.id, entry])));
    setChanged(seen.filter((entry) => !isAsMarked(entry)));
  }
  const filtered = useRef(filter);
  useEffect(() => {
    if (filtered.current === filter) return;
    filtered.current = filter;
    last.current = null;
    for (const box of [...boxes(ONE), ...boxes(ALL)]) box.checked = false;
  }, [filter, boxes]);
  useEffect(() => {
    const ids = new Set(changed.map(({ id }) => id));
    for (const box of boxes(ONE)) if (ids.has(box.value)) box.checked = false;
    read();
  }, [changed, boxes, read]);

  // What was pressed before the program ran, and rows that have come or gone.
  useEffect(() => {
    const all = boxes(ONE);
    const isEarly = entries.length > 0 && boxes(ALL).some((box) => box.checked) && !all.some((box) => box.checked);
    if (isEarly) for (const box of all) box.checked = true;
    read();
  }, [entries, boxes, read]);

  const unmark = (only?: ReadonlyMap<string, MarkedEntry>) => {
    for (const box of boxes(ONE)) if (!only || only.has(box.value)) box.checked = false;
    read();
  };
  const finish = (acted: readonly MarkedEntry[]) => {
    const finished = new Map(acted.map((entry) => [entry.id, entry]));
    setDone(finished);
    unmark(finished);
  };
  const marked = [...marks.values()].filter(isAsMarked).map((entry) => afterOwnWork(done.get(entry.id), entry));
  return (
    <div ref={list} className="markable">
      {children}
      {wasMarked && (
        <Suspense>
          <MarkedBar
            year={year}
            marking={marking}
            marked={marked}
            changed={changed}
            onDone={finish}
            onUnmark={unmark}
          />
        </Suspense>
      )}
    </div>
  );
}
