import { CommandNotice } from '@/components/admin/command-notice';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { dropNoteAction } from '@/lib/actions/read-through';
import { readThroughText as text } from '@/lib/text/read-through/read-through';
import type { ShownPlace } from './shown-places';

type NotedDifferencesProps = { year: number; place: ShownPlace; canDrop: boolean };

/** What is different in the eyes of who noted it. An administrator ends what nobody is left to take back. */
export function NotedDifferences({ year, place, canDrop }: NotedDifferencesProps) {
  const { run, notice } = useAction({ refreshes: true });
  return (
    <>
      {place.differences.map(({ accountId, name, note, isLeft }) => (
        <div key={accountId} className="mt-2">
          <p className="whitespace-pre-line">
            {text.noted(name)}：{note}
          </p>
          {isLeft && (
            <p className="text-dns-14N-130 text-solid-gray-700">
              {text.left}
              {canDrop && (
                <Button
                  variant="text"
                  onClick={() =>
                    void run(() => dropNoteAction({ year, place: place.key, accountId }), { done: text.dropped })
                  }
                >
                  {text.dropNote(name)}
                </Button>
              )}
            </p>
          )}
        </div>
      ))}
      <CommandNotice notice={notice} className="mt-2" />
    </>
  );
}
