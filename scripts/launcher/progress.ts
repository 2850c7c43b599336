const seconds = (since: number) => (performance.now() - since) / 1000;

/** Does the work, and may say so. */
export type Step = <Result>(text: string, work: () => Promise<Result>) => Promise<Result>;

/** Says what is being done, that it is still being done, and when it is; work that gives false has failed. */
export const step: Step = async (text, work) => {
  const started = performance.now();
  console.log(`・${text}`);
  const timer = setInterval(() => console.log(`　…続けています（${Math.round(seconds(started))}秒）`), 10_000);
  try {
    const result = await work();
    if (result !== false) console.log(`　完了（${seconds(started).toFixed(1)}秒）`);
    return result;
  } finally {
    clearInterval(timer);
  }
};
