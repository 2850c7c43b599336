/**
 * Keeps what a finished request held from being kept for good. V8 keeps the frames of an error as they are, with everything
 * that they lead to, until somebody reads its stack; the reason of an abort lives as long as whatever listens to the signal,
 * and Next aborts a signal in every rendering. Over the frames each request held the ones before it: some 100 KB each.
 */
export function readStacksOfAborts(): void {
  const { abort } = AbortController.prototype;
  AbortController.prototype.abort = function (reason) {
    if (reason instanceof Error) void reason.stack;
    abort.call(this, reason);
  };
}
