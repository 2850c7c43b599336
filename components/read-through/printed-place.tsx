'use client';

import { use, useEffect, useRef } from 'react';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { Box, PlacesOnPages } from '@/lib/domain/read-through/boxes';
import type { Paper } from '@/lib/domain/year/year-document';
import { readThroughText as text } from '@/lib/text/read-through/read-through';
import type { ShownPlace } from './shown-places';

/** In points. */
const SIZE: Record<Paper, { width: number; height: number }> = {
  portrait: { width: 595.28, height: 841.89 },
  landscape: { width: 841.89, height: 595.28 },
};

type PrintedPlaceProps = {
  pages: Promise<PlacesOnPages | null>;
  places: readonly ShownPlace[];
  current: ShownPlace;
  done: ReadonlySet<string>;
  imageHref: (document: ShownPlace['document'], page: number) => string;
  pageHref: (document: ShownPlace['document'], page: number) => string;
};

/** Only what is on this page. */
const onPage = (boxes: readonly Box[] | undefined, page: number): Box[] =>
  (boxes ?? []).filter((box) => box.page === page);

function lookOf(place: ShownPlace, current: ShownPlace, done: ReadonlySet<string>): string | null {
  if (place.key === current.key) return 'read-here';
  if (place.changedAt && !done.has(place.key)) return 'read-here-changed';
  return done.has(place.key) ? 'read-here-done' : null;
}

/** The page that the open place is printed on, with the place in sight. */
export function PrintedPlace({ pages, places, current, done, imageHref, pageHref }: PrintedPlaceProps) {
  const found = use(pages);
  const paper = useRef<HTMLDivElement>(null);
  const own = found?.boxes[current.key];
  const [first] = own ?? [];
  const page = first?.page ?? 1;
  const size = SIZE[found?.papers[current.document] ?? 'portrait'];
  const top = first ? first.y / size.height : 0;
  useEffect(() => {
    const area = paper.current?.parentElement;
    if (area) area.scrollTo({ top: area.scrollWidth * (size.height / size.width) * top - area.clientHeight / 3 });
  }, [top, size]);
  if (!found) return <p className="p-4">{text.noPicture}</p>;

  const percent = (part: number, of: number) => `${(part / of) * 100}%`;
  const name = text.document[current.document];
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-solid-gray-420 bg-white px-4 py-2 text-dns-14N-130">
        <b>{name}</b>
        <span>{text.pageOf(page)}</span>
        <span className="flex items-center gap-1">
          <i className="read-key-done" />
          {text.legendRead}
        </span>
        <span className="flex items-center gap-1">
          <i className="read-key-changed" />
          {text.legendChanged}
        </span>
        <a href={pageHref(current.document, page)} className="link ms-auto">
          {text.wholePage}
        </a>
      </div>
      <ScrollRegion label={text.pages} isTall className="read-page-room">
        <div ref={paper} className="relative bg-white">
          <picture>
            <img
              src={imageHref(current.document, page)}
              alt={text.pageAlt(name, page)}
              width={size.width}
              height={size.height}
              className="h-auto w-full"
            />
          </picture>
          {places.flatMap((place) => {
            const look = place.document === current.document ? lookOf(place, current, done) : null;
            if (!look) return [];
            return onPage(found.boxes[place.key], page).map((box) => (
              <span
                key={`${place.key} ${box.x} ${box.y}`}
                aria-hidden="true"
                className={look}
                style={{
                  insetInlineStart: percent(box.x, size.width),
                  insetBlockStart: percent(box.y, size.height),
                  inlineSize: percent(box.width, size.width),
                  blockSize: percent(box.height, size.height),
                }}
              />
            ));
          })}
        </div>
        {!first && <p className="bg-white p-2">{text.noBox}</p>}
      </ScrollRegion>
    </>
  );
}
