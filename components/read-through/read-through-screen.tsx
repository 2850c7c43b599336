'use client';

import { Suspense, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { ProblemBanner } from '@/components/form/problem-banner';
import { Button } from '@/components/ui/button';
import { StatusRegion } from '@/components/ui/status-region';
import type { PlacesOnPages } from '@/lib/domain/read-through/boxes';
import type { ReadersNeeded } from '@/lib/domain/read-through/mark';
import { documentFilePath, yearPaths } from '@/lib/routes';
import { problemText } from '@/lib/text/errors';
import { readThroughText as text } from '@/lib/text/read-through/read-through';
import { NoteForm } from './note-form';
import { NotedDifferences } from './noted-differences';
import { MoreRow, OpenPlaceRow, PlaceRow, rowId } from './place-rows';
import { PrintedPlace } from './printed-place';
import { ReadThroughHead } from './read-through-head';
import { rowWindow } from './row-window';
import type { ShownPlace } from './shown-places';
import { useReadThrough } from './use-read-through';

type ReadThroughScreenProps = {
  year: number;
  places: ShownPlace[];
  pages: Promise<PlacesOnPages | null>;
  /** Changes with what is printed, so that the picture does too. */
  version: string;
  readersNeeded: ReadersNeeded;
  myName: string;
  canMark: boolean;
  canDropNotes: boolean;
};

/** Where a key means something else than for the list. */
const TYPING = 'input, textarea, select, dialog, .read-page-room';
const PRESSING = 'a, button, summary';

export function ReadThroughScreen(props: ReadThroughScreenProps) {
  const { year, places, pages, version, readersNeeded, myName, canMark, canDropNotes } = props;
  const reading = useReadThrough(year, places);
  const { current, done, failed } = reading;
  const [isOnlyLeft, setIsOnlyLeft] = useState(false);
  const [isNoting, setIsNoting] = useState<string | null>(null);
  const shown = places.filter((place) => !isOnlyLeft || place.key === current?.key || !done.has(place.key));

  const { move } = reading;
  const open = useCallback(
    (key: string) => {
      setIsNoting(null);
      move(key);
    },
    [move],
  );
  const step = (by: number) => {
    const beside = shown[shown.findIndex(({ key }) => key === current?.key) + by];
    if (beside) open(beside.key);
  };
  const goOn = () => {
    setIsNoting(null);
    reading.goOn();
  };

  const actOf = ({ key, ctrlKey }: KeyboardEvent, target: Element | null): (() => void) | undefined => {
    if (ctrlKey) return key === 'z' && canMark ? reading.takeBack : undefined;
    if (key === 'ArrowDown' || key === 'ArrowUp') return () => step(key === 'ArrowDown' ? 1 : -1);
    return key === 'Enter' && canMark && !target?.closest(PRESSING) ? goOn : undefined;
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.metaKey || target?.closest(TYPING)) return;
    const act = actOf(event, target);
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const isFirst = useRef(true);
  const number = current?.number;
  useEffect(() => {
    const row = number === undefined ? null : document.getElementById(rowId({ number }));
    row?.scrollIntoView({ block: 'nearest' });
    if (!isFirst.current) row?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [number]);

  if (!current) return null;
  const { from, to } = rowWindow(
    shown.length,
    shown.findIndex(({ key }) => key === current.key),
  );
  const rows = shown.slice(from, to).map((place, at) => {
    const before = at === 0 ? undefined : shown[from + at - 1];
    const check = {
      place,
      isMarked: reading.isMarked(place),
      myName,
      isGroupStart: place.group !== before?.group || place.document !== before?.document,
    };
    if (place.key !== current.key) return <PlaceRow key={place.key} {...check} onOpen={open} />;
    return (
      <OpenPlaceRow key={place.key} {...check}>
        {place.isOwnText && canMark && <p className="mt-2 text-dns-14N-130">{text.ownTextHelp}</p>}
        <NotedDifferences year={year} place={place} canDrop={canDropNotes} />
        {canMark && (check.isMarked || place.differences.some(({ isMine }) => isMine)) && (
          <Button variant="text" className="mt-2" onClick={() => reading.unmark(place.key)}>
            {check.isMarked ? text.takeBack : text.withdrawNote}
          </Button>
        )}
        {isNoting === place.key && (
          <NoteForm
            year={year}
            place={place}
            onDone={() => setIsNoting(null)}
            onCancel={() => {
              setIsNoting(null);
              document.getElementById(rowId(place))?.focus();
            }}
          />
        )}
      </OpenPlaceRow>
    );
  });

  return (
    <>
      <div className="read-screen">
        <div className="read-pages">
          <Suspense fallback={<p className="p-4 appear-late">{text.preparing}</p>}>
            <PrintedPlace
              pages={pages}
              places={places}
              current={current}
              done={done}
              imageHref={(of, page) => `${documentFilePath(year, of)}/svg?page=${page}&version=${version}`}
              pageHref={(of, page) => `${yearPaths(year)[of]}?page=${page}`}
            />
          </Suspense>
        </div>
        <div className="min-w-0">
          <ReadThroughHead
            year={year}
            places={places}
            done={done}
            readersNeeded={readersNeeded}
            canMark={canMark}
            isOnlyLeft={isOnlyLeft}
            onOnlyLeft={setIsOnlyLeft}
          />
          <StatusRegion className="read-notice not-empty:my-2">
            {failed && (
              <ProblemBanner
                problem={failed.problem}
                title={text.cameBack(
                  failed.count,
                  failed.problem === 'conflict' ? text.changedMeanwhile : problemText(failed.problem),
                )}
              />
            )}
          </StatusRegion>
          <table className="data-table read-table">
            <caption className="sr-only">{text.list}</caption>
            <colgroup>
              <col />
              <col />
              <col />
              <col />
              <col />
            </colgroup>
            <thead>
              <tr>
                <th scope="col" className="num">
                  {text.number}
                </th>
                <th scope="col">{text.place}</th>
                <th scope="col" className="num">
                  {text.printedValue}
                </th>
                <th scope="col">{text.source}</th>
                <th scope="col">{text.check}</th>
              </tr>
            </thead>
            <tbody>
              <MoreRow place={shown[from - 1]} label={text.before(from)} onOpen={open} />
              {rows}
              <MoreRow place={shown[to]} label={text.after(shown.length - to)} onOpen={open} />
            </tbody>
          </table>
          {isOnlyLeft && done.size === places.length && <p className="mt-2">{text.noneLeft}</p>}
        </div>
      </div>
      {canMark && (
        <section aria-label={text.actions} className="read-bar">
          <p className="read-keys">
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> {text.move}
            </span>
            <span>
              <kbd>Enter</kbd> {text.markAndGoOn}
            </span>
            <span>
              <kbd>Ctrl+Z</kbd> {text.takeBackLast}
            </span>
          </p>
          <Button onClick={() => setIsNoting(current.key)}>{text.note}</Button>
          {reading.canTakeBack && <Button onClick={reading.takeBack}>{text.takeBackLast}</Button>}
          <Button variant="primary" className="ms-auto min-w-44" onClick={goOn}>
            {current.isOwnText || reading.isMarked(current) ? text.goOn : text.markAndGoOn}
          </Button>
        </section>
      )}
    </>
  );
}
