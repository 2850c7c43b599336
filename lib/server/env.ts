import * as z from 'zod/mini';

const flag = z.pipe(
  z.enum(['1', 'true', '0', 'false']),
  z.transform((text) => text === '1' || text === 'true'),
);
const count = (fallback: number) => z._default(z.coerce.number().check(z.int(), z.positive()), fallback);

const schema = z.object({
  DATABASE_URL: z.url(),
  NEXTAUTH_SECRET: z.string().check(z.minLength(32)),
  NEXTAUTH_URL: z.url(),
  /** undefined: nobody has said whether there is a proxy. */
  TRUST_PROXY: z.optional(flag),
  SESSION_IDLE_MINUTES: count(60),
  SESSION_ABSOLUTE_HOURS: count(12),
  DATABASE_POOL_SIZE: count(10),
});

export type Env = z.output<typeof schema>;

export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new Error(`環境変数が正しくありません: ${[...new Set(names)].join(', ')}（.env.example を参照してください）`);
}

let parsed: Env | undefined;

/** Parsed at first use, which is the start of the server (instrumentation.ts); a build needs none of it. */
export const env: Env = new Proxy({} as Env, {
  get: (_, name) => {
    parsed ??= parseEnv(process.env);
    return parsed[name as keyof Env];
  },
});
