// A process that prints documents for the server, one after the other, and ends with it.
import { type PrintJob, printJob } from '@/lib/document/print-job';

process.on('disconnect', () => process.exit(0));
process.on('message', (job: PrintJob) => {
  try {
    process.send?.({ ok: true, value: printJob(job) });
  } catch (error) {
    process.send?.({ ok: false, message: String(error) });
  }
});
