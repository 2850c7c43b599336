'use client';

import { useRef } from 'react';
import { NoticeBanner } from '@/components/form/problem-banner';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { ChoiceGroup, Radio } from '@/components/ui/choice-group';
import { StatusRegion } from '@/components/ui/status-region';
import { setReadersNeededAction } from '@/lib/actions/read-through';
import { READERS_NEEDED, type ReadersNeeded } from '@/lib/domain/read-through/mark';
import { readThroughText as text } from '@/lib/text/read-through/read-through';
import { adminText } from '@/lib/text/shell';

/** How many people read an edition before it is published. */
export function ReadersSetting({ needed }: { needed: ReadersNeeded }) {
  const chosen = useRef<ReadersNeeded>(needed);
  const { run, notice } = useAction({ refreshes: true });
  const save = () => {
    const after = chosen.current;
    void run(() => setReadersNeededAction({ before: needed, after }), { done: text.settingDone(after) });
  };
  return (
    <section className="mt-8 max-w-[48rem]">
      <h2 className="mb-2 text-std-18B-160">{text.title}</h2>
      <ChoiceGroup id="readers-0" legend={text.setting} support={text.settingSupport}>
        {READERS_NEEDED.map((count) => (
          <Radio
            key={count}
            id={`readers-${count}`}
            name="readers"
            label={text.settingChoice[count] + (count === needed ? text.settingNow : '')}
            defaultChecked={count === needed}
            onChange={() => {
              chosen.current = count;
            }}
          />
        ))}
      </ChoiceGroup>
      <div className="mt-2 flex flex-wrap items-center gap-4">
        <Button onClick={save}>{adminText.save}</Button>
        <StatusRegion>{notice && <NoticeBanner notice={notice} />}</StatusRegion>
      </div>
    </section>
  );
}
