import { ButtonLink } from '@/components/ui/button';
import { yearPaths } from '@/lib/domain/paths';
import { entryListText } from '@/lib/text/entry-list';

type ListActionsProps = { year: number; canAdd: boolean; canOrder: boolean };

export function ListActions({ year, canAdd, canOrder }: ListActionsProps) {
  return (
    <>
      {canOrder && <ButtonLink href={yearPaths(year).order}>{entryListText.order}</ButtonLink>}
      {canAdd && (
        <ButtonLink variant="primary" href={yearPaths(year).newEntry}>
          {entryListText.add}
        </ButtonLink>
      )}
    </>
  );
}
