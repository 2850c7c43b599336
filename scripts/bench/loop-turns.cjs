// Loaded into a server that is measured (node --require): each second, how long a turn of its event loop took at most, in milliseconds
// of CPU time of that thread: what else the machine does isn't counted. Linux alone says that.
const { appendFileSync, openSync, readSync } = require('node:fs');

const file = process.env.LOOP_TURNS;
if (file && process.argv[1]?.endsWith('server.js')) {
  const schedstat = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  const buffer = Buffer.alloc(64);
  const cpu = () => Number(buffer.toString('latin1', 0, readSync(schedstat, buffer, 0, 64, 0)).split(' ')[0]) / 1e6;
  let last = cpu();
  let longest = 0;
  setInterval(() => {
    const now = cpu();
    longest = Math.max(longest, now - last);
    last = now;
  }, 2).unref();
  setInterval(() => {
    appendFileSync(file, `${Date.now()} ${longest.toFixed(1)}\n`);
    longest = 0;
  }, 1000).unref();
}
