import { formatAmount } from '@/lib/domain/amount';
import type { TotalsTable } from '@/lib/domain/year/category-totals';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { homeText } from '@/lib/text/year/home';

const WIDTH = 560;
const HEIGHT = 260;
const EDGE = { top: 28, right: 112, bottom: 28, left: 4 };
const WIDEST_BAR = 72;
/** Of a year's place, as much as its bar may take. */
const BAR_SHARE = 0.85;
/** More parts than these can't be told apart by shade and hatch: then a bar shows its total alone. */
const MAX_PARTS = 3;

type Part = { name: string; from: number; to: number; index: number };

/** The parts of one year's bar from the base line up; none while a total is unknown. */
function partsOf(table: TotalsTable, place: number): Part[] {
  const total = table.totals[place];
  if (total === null || total === undefined) return [];
  if (table.rows.length > MAX_PARTS) return [{ name: homeText.total, from: 0, to: total, index: 0 }];
  let from = 0;
  return table.rows.flatMap(({ name, totals }, index) => {
    const amount = totals[place] ?? 0;
    const part = { name, from, to: from + amount, index };
    from += amount;
    return amount > 0 ? [part] : [];
  });
}

const fill = (index: number, isCurrent: boolean): string =>
  index === 0 ? `var(--bar-${isCurrent ? 'now' : 'past'})` : `url(#hatch-${isCurrent ? 'now' : 'past'}-${index})`;

/** Hatches by the part's place: lines, then crossed lines. */
function Hatch({ id, colour, crossed }: { id: string; colour: string; crossed: boolean }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--bar-ground)" />
      <rect width="2.5" height="6" fill={colour} />
      {crossed && <rect width="6" height="2.5" fill={colour} />}
    </pattern>
  );
}

/** Bars from zero, the year in question in the key colour, every total written on its bar. The table has the figures. */
export function TrendChart({ table }: { table: TotalsTable }) {
  const { years, totals } = table;
  const step = (WIDTH - EDGE.left - EDGE.right) / years.length;
  const bar = Math.min(step * BAR_SHARE, WIDEST_BAR);
  const middleOf = (place: number) => EDGE.left + step * (place + 0.5);
  const highest = Math.max(1, ...totals.map((total) => total ?? 0));
  const y = (amount: number) => HEIGHT - EDGE.bottom - (amount / highest) * (HEIGHT - EDGE.top - EDGE.bottom);
  const lastKnown = totals.findLastIndex((total) => total !== null && total !== undefined);
  return (
    <svg role="img" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="trend-chart">
      <title>{homeText.chart}</title>
      <defs>
        {[1, 2].map((index) => (
          <g key={index}>
            <Hatch id={`hatch-now-${index}`} colour="var(--bar-now)" crossed={index === 2} />
            <Hatch id={`hatch-past-${index}`} colour="var(--bar-past)" crossed={index === 2} />
          </g>
        ))}
      </defs>
      {years.map((year, place) => {
        const total = totals[place];
        const middle = middleOf(place);
        const left = middle - bar / 2;
        const isCurrent = place === years.length - 1;
        return (
          <g key={year}>
            {partsOf(table, place).map(({ name, from, to, index }) => (
              <rect
                key={name}
                x={left}
                y={y(to)}
                width={bar}
                height={y(from) - y(to)}
                fill={fill(index, isCurrent)}
                stroke={`var(--bar-${isCurrent ? 'now' : 'past'})`}
              />
            ))}
            {total !== undefined && (
              <text x={middle} y={y(total ?? 0) - 8} textAnchor="middle">
                {total === null ? homeText.incomplete : formatAmount(total)}
              </text>
            )}
            <text x={middle} y={HEIGHT - 8} textAnchor="middle" fontWeight={isCurrent ? 700 : 400}>
              {yearName(year).replace('年度', '')}
            </text>
          </g>
        );
      })}
      <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(0)} y2={y(0)} stroke="currentColor" />
      {lastKnown >= 0 &&
        partsOf(table, lastKnown).map(({ name, from, to }) => (
          <text key={name} x={middleOf(lastKnown) + bar / 2 + 8} y={y((from + to) / 2) + 5}>
            {name}
          </text>
        ))}
    </svg>
  );
}
