import * as z from 'zod/mini';

const flag = z.pipe(
  z.enum(['1', 'true', '0', 'false']),
  z.transform((text) => text === '1' || text === 'true'),
);
const count = (fallback: number) => z._default(z.coerce.number().check(z.int(), z.positive()), fallback);

const absoluteHours = count(12);

const schema = z.object({
  DATABASE_URL: z.url(),
  NEXTAUTH_SECRET: z.string().check(z.minLength(32)),
  NEXTAUTH_URL: z.url(),
  /** undefined: nobody has said whether there is a proxy. */
  TRUST_PROXY: z.optional(flag),
  SESSION_IDLE_MINUTES: count(60),
  SESSION_ABSOLUTE_HOURS: absoluteHours,
  DATABASE_POOL_SIZE: count(10),
});

/** 0: for ever. Fewer than 30 would lose what nobody has looked at yet. */
const days = (fallback: number) =>
  z._default(
    z.coerce.number().check(
      z.int(),
      z.refine((given) => given === 0 || (given >= 30 && given <= 36_500)),
    ),
    fallback,
  );

/** What is needed to prepare the database; the program's own settings may be missing here, but not wrong. */
const preparation = z.extend(z.partial(schema), {
  DATABASE_URL: z.url(),
  DATABASE_OWNER_URL: z.optional(z.url()),
  SEED_DEMO: z._default(flag, false),
  SECURITY_EVENT_DAYS: days(400),
  SESSION_ABSOLUTE_HOURS: absoluteHours,
});

export type Env = z.output<typeof schema>;
export type Preparation = z.output<typeof preparation>;
type Source = Record<string, string | undefined>;

function parse<Schema extends z.ZodMiniType>(by: Schema, source: Source): z.output<Schema> {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = by.safeParse(filled);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new Error(`環境変数が正しくありません: ${[...new Set(names)].join(', ')}（.env.example を参照してください）`);
}

export const parseEnv = (source: Source): Env => parse(schema, source);
export const parsePreparation = (source: Source): Preparation => parse(preparation, source);

let parsed: Env | undefined;

/** Parsed at first use, which is the start of the server (instrumentation.ts); a build needs none of it. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
