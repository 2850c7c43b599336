import { load, type Request } from './load';
import { cpuMilliseconds, memoryMegabytes } from './process-cost';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const WARM_UP_SECONDS = 1;

const number = (value: number | undefined, digits = 1) => (value === undefined ? '' : value.toFixed(digits));

type Measured = { clients: number; pid?: number; request: Request };
type Figures = Awaited<ReturnType<typeof measure>>;

/** Measures one kind of request at so many clients; `pid` is the server whose CPU and memory are counted. */
export async function measure(name: string, { clients, pid, request }: Measured) {
  await load({ clients, seconds: WARM_UP_SECONDS, request });
  const before = pid ? cpuMilliseconds(pid) : 0;
  const result = await load({ clients, seconds: SECONDS, request });
  const cpu = pid ? (cpuMilliseconds(pid) - before) / result.count : undefined;
  return { name, clients, ...result, cpu, memory: pid ? memoryMegabytes(pid) : undefined };
}

/** A table of results; the last columns are ratios of requests per second to each baseline of the same run. */
export function writeTable(title: string, results: Figures[], baselines: string[]): void {
  console.log(`\n## ${title}\n`);
  const heads = ['', 'clients', 'req/s', 'p50 ms', 'p99 ms', 'CPU ms/req', 'MB', ...baselines.map((of) => `÷ ${of}`)];
  console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|`);
  for (const row of results) {
    const ratios = baselines.map((of) => {
      const base = results.find(({ name, clients }) => name === of && clients === row.clients);
      return base && base !== row ? (row.perSecond / base.perSecond).toFixed(2) : '';
    });
    const cells = [
      row.name,
      row.clients,
      number(row.perSecond, 0),
      number(row.p50),
      number(row.p99),
      number(row.cpu, 2),
      number(row.memory, 0),
    ];
    console.log(`| ${[...cells, ...ratios].join(' | ')} |`);
  }
}
