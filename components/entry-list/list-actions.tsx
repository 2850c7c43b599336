import { ButtonLink } from '@/components/ui/button';
import { entryListText } from '@/lib/text/entry-list';

type ListActionsProps = { year: number; canAdd: boolean; canOrder: boolean };

export function ListActions({ year, canAdd, canOrder }: ListActionsProps) {
  return (
    <>
      {canOrder && <ButtonLink href={`/years/${year}/order`}>{entryListText.order}</ButtonLink>}
      {canAdd && (
        <ButtonLink variant="primary" href={`/years/${year}/entries/new`}>
          {entryListText.add}
        </ButtonLink>
      )}
    </>
  );
}
