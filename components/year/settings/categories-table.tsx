import { type CSSProperties, useState } from 'react';
import type { FormPartProps } from '@/components/form/use-form-parts';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { settingsColumn, settingsSum, typedColumn } from '@/lib/domain/year/settings-table';
import type { YearSettings } from '@/lib/domain/year/year-settings';
import { yearSettingsText as text } from '@/lib/text/year/year-settings';
import { CategoryForm, type TypedCategory } from './category-form';
import { SettingsFigures, SettingsLabels } from './settings-column';

type CategoriesTableProps = Pick<YearSettings, 'year' | 'categories' | 'last'> & {
  part: (id: string) => FormPartProps;
  onEnded: (name: string) => void;
};

/** Categories side by side, last year's figures beside this year's, and what they come to together. */
export function CategoriesTable({ year, categories, last, part, onEnded }: CategoriesTableProps) {
  const [typed, setTyped] = useState<Record<string, TypedCategory>>({});
  const told = (id: string) => (of: TypedCategory) =>
    setTyped((all) => (JSON.stringify(all[id]) === JSON.stringify(of) ? all : { ...all, [id]: of }));
  const lastOf = (categoryId: string) => last.find((of) => of.categoryId === categoryId) ?? null;
  const shown = categories.map((category) => typed[category.id] ?? typedColumn(year, category, category));
  const isSameText = ({ id, categoryId, explanation }: (typeof categories)[number]) =>
    (typed[id]?.explanation ?? explanation) === lastOf(categoryId)?.explanation;
  const unchanged = categories.filter(isSameText).length;
  return (
    <ScrollRegion label={text.categories} className="settings-table">
      <div className="columns" style={{ '--count': categories.length + 1 } as CSSProperties}>
        <SettingsLabels />
        {categories.map((category, index) => (
          <CategoryForm
            key={category.id}
            year={year}
            category={category}
            last={lastOf(category.categoryId)}
            place={index + 1}
            count={categories.length}
            onTyped={told(category.id)}
            onEnded={onEnded}
            {...part(category.id)}
          />
        ))}
        <section aria-label={text.total} className="part sum">
          <div className="head">
            <h2 className="text-std-16B-170">{text.total}</h2>
          </div>
          <SettingsFigures
            year={year}
            now={settingsSum(shown)}
            last={last.length > 0 ? settingsSum(last.map(settingsColumn)) : null}
          />
          <p className="explanation text-dns-14N-130">{unchanged > 0 && text.unchangedTexts(unchanged)}</p>
        </section>
      </div>
    </ScrollRegion>
  );
}
