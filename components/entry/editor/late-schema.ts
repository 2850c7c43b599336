import type { LateSchema } from '@/components/form/use-draft-state';
import type { entryFieldsInput } from '@/lib/domain/entry/entry-input';

/** Of whoever waits for it: what is written is stored without it, too. */
const PATIENCE_MS = 2000;

let loaded: typeof entryFieldsInput | null = null;
let loading: Promise<void> | null = null;

/** zod and the schema are a tenth of what the editor loads, and needed from the first key on. */
export const lateSchema: LateSchema = {
  get shape() {
    return loaded?.shape ?? {};
  },
  safeParse: (fields) => loaded?.safeParse(fields) ?? { success: true },
  /** Where it can't be, the next one who asks tries again. */
  async load() {
    if (loaded) return;
    loading ??= import('@/lib/domain/entry/entry-input').then(
      (found) => {
        loaded = found.entryFieldsInput;
      },
      () => {
        loading = null;
      },
    );
    await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  },
};
