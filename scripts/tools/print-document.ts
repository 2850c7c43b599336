// A process that prints documents for the server, one after the other, and ends with it.
import { type PrintJob, printJob } from '@/lib/document/print-job';

process.on('disconnect', () => process.exit(0));
process.on('message', (job: PrintJob) =>
  printJob(job).then(
    (value) => process.send?.({ ok: true, value }),
    (error: unknown) => process.send?.({ ok: false, message: String(error) }),
  ),
);
