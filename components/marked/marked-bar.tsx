import { useEffect, useRef, useState } from 'react';
import { isAnythingUnanswered, useHeldWays, wantedWay } from '@/components/approval/held-ways';
import { TO_MEND } from '@/components/approval/to-mend-choice';
import { UndecidableDialog } from '@/components/approval/undecidable';
import { NoticeBanner } from '@/components/form/problem-banner';
import { useKeptTexts } from '@/components/form/use-kept-texts';
import { Menu } from '@/components/shell/menu';
import { Button } from '@/components/ui/button';
import { StatusRegion } from '@/components/ui/status-region';
import { isBlank } from '@/lib/domain/blank';
import { isSpent, type Offer, offered, placed, sumsOf, undoing } from '@/lib/domain/marked/marked';
import { MARKED_ACTS, type MarkedAct, type MarkedEntry, type Marking } from '@/lib/domain/marked/marking';
import { leavesUndecidableText } from '@/lib/text/entry/undecidable';
import { markedActText, markedSum, markedText as text } from '@/lib/text/marked/marked';
import { isTypedFor } from './finding-reason';
import { MarkedDialog, type ReasonKey } from './marked-dialog';
import { ChangedEntries, MarkedOutcome } from './marked-outcome';
import { useMarkedAct } from './use-marked-act';

type MarkedBarProps = {
  year: number;
  marking: Marking;
  marked: readonly MarkedEntry[];
  /** Those that have lost their mark because they were changed since. */
  changed: readonly MarkedEntry[];
  /** As they stand after an act. */
  onDone: (entries: readonly MarkedEntry[]) => void;
  onUnmark: () => void;
};

/** What can be done with the marked rows, and what came of it. An act that takes none of them is not offered. */
export default function MarkedBar({ year, marking, marked, changed, onDone, onUnmark }: MarkedBarProps) {
  const said = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<MarkedAct | null>(null);
  const reasons = useKeptTexts<ReasonKey>({
    what: `marked:${year}`,
    isPending: (key) => MARKED_ACTS.some((act) => act === key),
  });
  const answers = useKeptTexts({
    what: `marked-answers:${year}`,
    isPending: (key) => marked.some((entry) => isTypedFor(entry, key)),
  });
  const { outcome, notice, asked, run, clear, answered } = useMarkedAct({
    focus: said,
    onDone: (result, isAsked) => {
      const { act, done } = result;
      const isGone = isSpent(result, isAsked);
      if (isGone) reasons.forget(act);
      if (isGone && act === 'return') reasons.forget(TO_MEND);
      const isOver = (key: string) => act === 'submit' && done.some((entry) => isTypedFor(entry, key));
      for (const key of Object.keys(answers.typed).filter(isOver)) answers.forget(key);
      onDone(done);
      wantedWay()?.go(null);
    },
  });
  useHeldWays();
  // A button of the menu has gone with it.
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && open === null && document.activeElement === document.body) said.current?.focus();
    wasOpen.current = open !== null;
  }, [open]);
  const isNamed = ({ id }: MarkedEntry) => outcome?.failed.some(({ entry }) => entry.id === id);
  const offers = offered(marked);
  const { buttons, menu } = placed(offers);
  const chosen = offers.find(({ act }) => act === open);
  // Its entries are marked no more.
  if (open && !chosen) setOpen(null);

  const undo = () => {
    const act = outcome && undoing(outcome.act);
    if (act) run({ act, entries: outcome.done, said: {} });
  };
  /** The button that was pressed goes. */
  const close = () => {
    clear();
    said.current?.focus();
  };
  /** While one is under way, no other begins. */
  const ask = (act: MarkedAct) => isAnythingUnanswered() || setOpen(act);
  const button = ({ act, entries }: Offer, index: number) => (
    <Button key={act} variant={index === 0 ? 'primary' : 'secondary'} onClick={() => ask(act)}>
      {markedActText[act].button(entries.length)}
    </Button>
  );
  return (
    <section aria-label={text.bar} className="marked-bar">
      <StatusRegion ref={said}>
        {outcome && <MarkedOutcome year={year} outcome={outcome} onUndo={undo} onClose={close} />}
        <ChangedEntries year={year} entries={changed.filter((entry) => !isNamed(entry))} />
        {notice && <NoticeBanner notice={notice} className="my-2" />}
      </StatusRegion>
      {marked.length > 0 && (
        <div className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 py-1.5">
          <StatusRegion className="text-dns-16N-130">
            <b>{text.marked(marked.length)}</b>　{markedSum(sumsOf(marked))}
          </StatusRegion>
          <div className="ms-auto flex flex-wrap items-center gap-2">
            {buttons.map(button)}
            {menu.length > 0 && (
              <Menu summary={text.more} className="rounded-6 border border-solid-gray-600" opens="above">
                {menu.map(({ act, entries }) => (
                  <button key={act} type="button" className="menu-item" onClick={() => ask(act)}>
                    {markedActText[act].button(entries.length)}
                  </button>
                ))}
              </Menu>
            )}
            <Button
              variant="text"
              onClick={() => {
                close();
                onUnmark();
              }}
            >
              {text.clear}
            </Button>
          </div>
        </div>
      )}
      {chosen && (
        <MarkedDialog
          key={chosen.act}
          {...chosen}
          year={year}
          marking={marking}
          leftOut={marked.length - chosen.entries.length}
          reasons={reasons.typed}
          onReason={(key, reason) => (isBlank(reason) ? reasons.forget(key) : reasons.keep(key, reason))}
          typed={answers.typed}
          onTyped={(key, text) => (isBlank(text) ? answers.forget(key) : answers.keep(key, text))}
          onClose={() => setOpen(null)}
          onSend={(entries, given) => {
            setOpen(null);
            run({ act: chosen.act, entries, said: given });
          }}
        />
      )}
      {asked && (
        <UndecidableDialog
          undecidable={asked.undecidable}
          final={leavesUndecidableText.move}
          onClose={answered}
          onConfirm={(ids) => {
            answered();
            run(asked.act, ids);
          }}
        />
      )}
    </section>
  );
}
