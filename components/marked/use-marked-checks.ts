import { useEffect, useState } from 'react';
import { callAction } from '@/components/form/call-action';
import { getMarkedChecksAction } from '@/lib/actions/entry';
import type { MarkedCheck } from '@/lib/domain/marked/marked';
import type { MarkedEntry } from '@/lib/domain/marked/marking';
import type { Outcome } from '@/lib/domain/result';

/** What is to be said of each, as it stands when it is asked. null: not known yet. */
export function useMarkedChecks(entries: readonly MarkedEntry[], isAsked: boolean): Outcome<MarkedCheck[]> | null {
  const [checks, setChecks] = useState<Outcome<MarkedCheck[]> | null>(isAsked ? null : { ok: true, value: [] });
  const [ids] = useState(() => entries.map(({ id }) => id));
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    callAction(() => getMarkedChecksAction(ids)).then((answer) => {
      if (isWanted) setChecks(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [ids, isAsked]);
  return checks;
}
