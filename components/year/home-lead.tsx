import type { CSSProperties, ReactNode } from 'react';
import { Amount } from '@/components/entry/amount';
import { StatusLabel } from '@/components/entry/status-label';
import { type Overview, overCeilings } from '@/lib/domain/year/category-totals';
import { COUNTED_STATUSES, type MatrixRow } from '@/lib/domain/year/year-home';
import { entryListHref } from '@/lib/list-routes';
import { statusText } from '@/lib/text/entry/entry-status';
import { uiText } from '@/lib/text/ui';
import {
  approvedOf,
  cellLink,
  comparedText,
  homeText,
  homeTitle,
  requestOf,
  wholeWard,
  withoutBlank,
} from '@/lib/text/year/home';
import { OverCeilings } from './over-ceiling';

/** How far the entries are: a cell each, as a picture of the counts below it. */
function ProgressBar({ row }: { row: MatrixRow }) {
  return (
    <div aria-hidden="true" className="home-progress">
      {COUNTED_STATUSES.filter((status) => row.counts[status] > 0).map((status) => (
        <i
          key={status}
          className={`status-${status}`}
          style={{ flexGrow: row.counts[status], '--cells': row.counts[status] } as CSSProperties}
        />
      ))}
    </div>
  );
}

type LeadProps = {
  year: number;
  /** What leads: the own 課, or all of them; null: not known. */
  row: MatrixRow | null;
  overview: Overview | null;
  /** By when the 課 submit. */
  deadline: ReactNode;
};

function Progress({ year, row }: { year: number; row: MatrixRow }) {
  const name = row.departmentName || homeText.allDepartments;
  return (
    <div>
      <h2 className="text-dns-16B-130">{approvedOf(row.approved, row.total)}</h2>
      <ProgressBar row={row} />
      <ul className="flex flex-wrap justify-between gap-x-4 gap-y-1">
        {COUNTED_STATUSES.filter((status) => row.counts[status] > 0).map((status) => (
          <li key={status}>
            <a
              href={entryListHref(year, { department: row.departmentId || null, status })}
              className="inline-flex items-center gap-1 hover:underline"
              aria-label={cellLink(name, statusText[status], row.counts[status])}
            >
              <StatusLabel status={status} />
              {row.counts[status]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One figure and one bar: what the 課, or the ward, asks for, and how much of it is approved. */
export function HomeLead({ year, row, overview, deadline }: LeadProps) {
  const isOwn = row !== null && row.departmentId !== '';
  const amount = isOwn ? row.amount : (overview?.known ?? null);
  const isBlank = amount === 0 && (isOwn ? row.blank > 0 : overview?.total === null);
  return (
    <div className="home-lead">
      <div>
        <div className="flex flex-wrap items-center gap-x-4">
          <h1 className="text-dns-16B-130">
            {homeTitle(year)}
            {row && <span className="font-normal">　{requestOf(row.departmentName, row.total)}</span>}
          </h1>
          {deadline}
        </div>
        <p className="flex flex-wrap items-baseline gap-x-4">
          {amount !== null && (
            <strong className="home-figure">
              {isBlank ? uiText.notEntered : <Amount value={amount} />}
              {!isBlank && <small>{homeText.thousandYen}</small>}
            </strong>
          )}
          {isOwn && row.blank > 0 && !isBlank && <span>{withoutBlank(row.blank)}</span>}
          {overview && <span>{isOwn ? wholeWard(overview) : comparedText(overview)}</span>}
        </p>
        {overview && <OverCeilings over={overCeilings(overview.now)} className="mt-1" />}
      </div>
      {row && row.total > 0 && <Progress year={year} row={row} />}
    </div>
  );
}
