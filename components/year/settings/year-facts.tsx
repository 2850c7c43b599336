import { Amount } from '@/components/entry/amount';
import { DataTable } from '@/components/ui/data-table';
import { SummaryList } from '@/components/ui/summary-list';
import { OverCeilingMark } from '@/components/year/over-ceiling';
import { dayText } from '@/lib/domain/year/deadline';
import type { DocumentTexts, YearSettings } from '@/lib/domain/year/year-settings';
import { uiText } from '@/lib/text/ui';
import { documentTextLabels, yearSettingsText as text, yearFieldLabels } from '@/lib/text/year/year-settings';

const FIGURES = ['ceiling', 'annexAmount', 'recordedTotal'] as const;
const NAMES = Object.keys(documentTextLabels) as (keyof DocumentTexts)[];

const shown = (value: string | boolean): string => {
  if (typeof value === 'string') return value || text.none;
  return value ? text.withMarks : text.withoutMarks;
};

/** The settings of a year that can't be changed any more. */
export function YearFacts({ categories, texts, deadline }: Pick<YearSettings, 'categories' | 'texts' | 'deadline'>) {
  return (
    <>
      <DataTable caption={text.categories}>
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.explanation}</th>
            {FIGURES.map((name) => (
              <th key={name} scope="col" className="num">
                {text[name]}
                <span className="unit">{uiText.thousandYen}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category) => (
            <tr key={category.id}>
              <th scope="row">
                {category.name} <OverCeilingMark over={category.over} />
              </th>
              <td className="min-w-72">{category.explanation}</td>
              {FIGURES.map((name) => (
                <td key={name} className="num">
                  <Amount value={category[name]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <h2 className="mt-8 mb-3 text-std-18B-160">{text.fields}</h2>
      <SummaryList
        rows={[
          { term: yearFieldLabels.deadline, value: shown(dayText(deadline)) },
          ...NAMES.map((name) => ({ term: documentTextLabels[name], value: shown(texts[name]) })),
        ]}
      />
    </>
  );
}
