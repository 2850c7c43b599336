import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { readStacksOfAborts } from './start';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

class Rendering {
  readonly signal: AbortSignal;
  constructor() {
    const controller = new AbortController();
    controller.abort(new Error('The render ended.'));
    this.signal = controller.signal;
  }
}

async function isKept(): Promise<boolean> {
  const begin = () => {
    const rendering = new Rendering();
    return { signal: rendering.signal, rendering: new WeakRef(rendering) };
  };
  const { signal, rendering } = begin();
  await new Promise((resolve) => setTimeout(resolve, 10));
  collect();
  expect(signal.reason).toBeInstanceOf(Error);
  return rendering.deref() !== undefined;
}

it('an aborted signal lets go of what its reason was made in', async () => {
  expect(await isKept(), 'what this is about').toBe(true);
  readStacksOfAborts();
  expect(await isKept()).toBe(false);
  expect(AbortSignal.abort('of another kind').reason).toBe('of another kind');
});
