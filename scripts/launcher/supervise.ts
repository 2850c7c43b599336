import { pause } from './process-identity';
import { explain } from './start-error';

const LOOK_MS = 2000;
const SILENT_LOOKS = 3;
const LONGEST_WAIT_S = 60;
const HEALTHY_MS = 30_000;

export type Part = {
  name: string;
  isRunning(): boolean;
  isAnswering(): Promise<boolean>;
  hasRoom(): boolean;
  /** Throws when that fails. */
  restart(): Promise<unknown>;
};

const logLine = (text: string) => console.log(`${new Date().toTimeString().slice(0, 8)} ${text}`);

/** @returns what happened: it has ended, or has not answered at three looks in a row. */
async function untilLost({ isRunning, isAnswering }: Part, isStopping: () => boolean): Promise<string> {
  for (let silent = 0; !isStopping(); await pause(LOOK_MS)) {
    if (!isRunning()) return 'が止まりました';
    silent = (await isAnswering()) ? 0 : silent + 1;
    if (silent === SILENT_LOOKS) return 'が応答しません';
  }
  return '';
}

async function untilRoom({ hasRoom }: Part, isStopping: () => boolean): Promise<void> {
  if (hasRoom()) return;
  logLine('ディスクの空き容量が足りません。空きができしだい再起動します。');
  while (!hasRoom() && !isStopping()) await pause(1000);
}

/** Starts a part of the program again whenever it is lost: after 1 s, 2 s, 4 s … 60 s, and after 1 s again once it was well. */
export async function supervise(part: Part, isStopping: () => boolean): Promise<void> {
  let wait = 1;
  let since = Date.now();
  let loss = await untilLost(part, isStopping);
  while (!isStopping()) {
    if (Date.now() - since > HEALTHY_MS) wait = 1;
    logLine(`${part.name}${loss}。${wait}秒後に再起動します。`);
    await pause(wait * 1000);
    wait = Math.min(wait * 2, LONGEST_WAIT_S);
    await untilRoom(part, isStopping);
    if (isStopping()) return;
    since = Date.now();
    try {
      await part.restart();
      logLine(`${part.name}を再起動しました。`);
      loss = await untilLost(part, isStopping);
    } catch (error) {
      loss = `を再起動できません（${explain(error)}）`;
    }
  }
}
