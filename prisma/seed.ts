import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { v7 as newId } from 'uuid';
import type { ReadDocument } from '@/lib/document/readers/read-result';
import { readErrorMessage, readText } from '@/lib/document/readers/read-text';
import type { Role } from '@/lib/domain/actor';
import { blankContent } from '@/lib/domain/entry/entry';
import { setSession } from '@/lib/server/database/connection';
import { type Prisma, PrismaClient } from '@/lib/server/generated/client';
import { hashPassword, initialPassword } from '@/lib/server/sign-in/passwords';
import { DEMO_DEPARTMENTS, DEMO_MEMBERS, DEMO_WARD, departmentOf, SECOND_WARD } from './seed-demo';
import { entryWithStep } from './seed-rows';

export type DemoAccount = { role: Role; loginId: string; password: string; ward: string; department: string | null };

const SEED_FILE = path.join(process.cwd(), 'prisma/seed-data/fy2022-d1.txt');

type Tx = Prisma.TransactionClient;
type Departments = Map<string, string>;

async function createDepartments(tx: Tx, wardId: string, names: readonly string[]): Promise<Departments> {
  const rows = names.map((name, index) => ({ wardId, id: newId(), name, sortOrder: index + 1, isDemo: true }));
  await tx.department.createMany({ data: rows });
  return new Map(rows.map((row) => [row.name, row.id]));
}

type Member = { role: Role; loginId: string; name: string; roles: readonly Role[]; department: string | null };

async function createMember(
  tx: Tx,
  ward: { id: string; code: string },
  departments: Departments,
  member: Member,
): Promise<DemoAccount> {
  const { role, loginId, name, department } = member;
  const password = initialPassword();
  const accountId = newId();
  const passwordHash = await hashPassword(password);
  await tx.account.create({
    data: { id: accountId, loginId, name, passwordHash, mustChangePassword: false, isDemo: true, homeWardId: ward.id },
  });
  const departmentId = department === null ? null : (departments.get(department) ?? null);
  await tx.membership.create({
    data: { wardId: ward.id, id: newId(), accountId, departmentId, roles: [...member.roles] },
  });
  return { role, loginId, password, ward: ward.code, department };
}

/** 2017 to 2021 recorded, 2022 closed with its five entries, 2023 open with copies of them. */
async function createYears(tx: Tx, wardId: string, departments: Departments, document: ReadDocument): Promise<void> {
  const { title, mark, draftMark, totalLabel, personnelNote, annexNote, entries } = document;
  const texts = { title, mark, draftMark, totalLabel, personnelNote, annexNote };
  const drafted = document.years.at(-1) ?? 2022;
  const years = [...document.years, drafted + 1].map((year) => ({
    wardId,
    id: newId(),
    year,
    status: year > drafted ? 'open' : 'closed',
    ...texts,
  }));
  await tx.fiscalYear.createMany({ data: years });
  const categories = document.categories.map((category) => ({ ...category, id: newId() }));
  await tx.category.createMany({ data: categories.map(({ id }) => ({ wardId, id })) });

  // The document doesn't say which category each of the five belongs to: the 会館 fits into 区長自由経費 alone, by its
  // size; the other four are taken as 区長自由経費 too.
  const [mayoral] = categories;
  if (!mayoral) throw new Error('the document has no category');
  const inEntries = entries.reduce((sum, entry) => sum + (entry.amountThousandYen ?? 0), 0);

  await tx.categoryYear.createMany({
    data: years.flatMap(({ id: fiscalYearId, year }) =>
      categories.map((category, index) => {
        const total = category.totals[year];
        const annex = total === undefined || total === null ? null : category === mayoral ? total - inEntries : total;
        return {
          wardId,
          id: newId(),
          categoryId: category.id,
          fiscalYearId,
          name: category.label,
          explanation: category.explanation,
          sortOrder: index + 1,
          recordedTotal: total ?? null,
          annexAmount: year === drafted ? annex : null,
        };
      }),
    ),
  });

  const projects = entries.map((entry) => ({ ...entry, projectId: newId() }));
  await tx.project.createMany({ data: projects.map(({ projectId }) => ({ wardId, id: projectId })) });
  const rows = years
    .filter(({ year }) => year >= drafted)
    .flatMap(({ id: fiscalYearId, year }) =>
      projects.map(({ projectId, name, summary, innovation, amountThousandYen, lastYearAmountThousandYen }, index) => {
        const recorded = year === drafted;
        const departmentId = departments.get(departmentOf(name));
        if (!departmentId) throw new Error(`no department for ${name}`);
        return entryWithStep(
          {
            ...blankContent,
            name,
            summary,
            innovation,
            wardId,
            fiscalYearId,
            projectId,
            categoryId: mayoral.id,
            departmentId,
            amount: recorded ? amountThousandYen : null,
            recordedLastYearAmount: recorded ? lastYearAmountThousandYen : null,
            isPriority: true,
            sortOrder: index + 1,
            status: recorded ? 'approved' : 'draft',
            everApproved: recorded,
          },
          recorded ? 'recorded' : 'copy',
        );
      }),
    );
  await tx.entry.createMany({ data: rows.map(({ entry }) => entry) });
  await tx.entryStep.createMany({ data: rows.map(({ step }) => step) });
}

async function createSecondWard(tx: Tx, document: ReadDocument): Promise<DemoAccount> {
  const { code, name, department, category, entry, member } = SECOND_WARD;
  const ward = await tx.ward.create({ data: { id: newId(), code, name } });
  const departments = await createDepartments(tx, ward.id, [department]);
  const { mark, totalLabel, personnelNote, annexNote } = document;
  const year = { wardId: ward.id, id: newId(), year: 2023, status: 'open', mark, totalLabel, personnelNote, annexNote };
  await tx.fiscalYear.create({ data: { ...year, title: `${name}関連予算（案）概要` } });
  const categoryId = newId();
  await tx.category.create({ data: { wardId: ward.id, id: categoryId } });
  await tx.categoryYear.create({
    data: {
      wardId: ward.id,
      id: newId(),
      categoryId,
      fiscalYearId: year.id,
      name: category,
      explanation: '',
      sortOrder: 1,
    },
  });
  const projectId = newId();
  await tx.project.create({ data: { wardId: ward.id, id: projectId } });
  const departmentId = departments.get(department) ?? '';
  const scope = { wardId: ward.id, fiscalYearId: year.id, projectId, categoryId, departmentId };
  const fields = { ...blankContent, name: entry, isPriority: true, sortOrder: 1, status: 'draft' as const };
  const row = entryWithStep({ ...fields, ...scope, everApproved: false }, 'copy');
  await tx.entry.create({ data: row.entry });
  await tx.entryStep.create({ data: row.step });
  return createMember(tx, ward, departments, { ...member, department });
}

/**
 * Fills an empty database with the FY2022 document and the demonstration's 課 and accounts, all or nothing. `keep` gets the
 * accounts with their generated passwords, which are stored nowhere else, before they count.
 */
export async function seed(
  databaseUrl: string,
  keep: (accounts: DemoAccount[]) => void = () => undefined,
): Promise<DemoAccount[]> {
  const read = readText(await readFile(SEED_FILE, 'utf8'));
  if (!read.ok) throw new Error(`${SEED_FILE}: ${readErrorMessage(read.error)}`);
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl, onConnect: (client) => setSession(client) }),
  });
  try {
    return await prisma.$transaction(
      async (tx) => {
        const ward = await tx.ward.create({ data: { id: newId(), ...DEMO_WARD } });
        const departments = await createDepartments(tx, ward.id, DEMO_DEPARTMENTS);
        await createYears(tx, ward.id, departments, read.value);
        const accounts: DemoAccount[] = [];
        for (const member of DEMO_MEMBERS) accounts.push(await createMember(tx, ward, departments, member));
        accounts.push(await createSecondWard(tx, read.value));
        // What the log is held against from now on.
        await tx.$executeRaw`
          INSERT INTO audit_event (ward_id, id, operation, subject, subject_id, after, actor_name, actor_role)
          SELECT ward_id, gen_random_uuid(), 'recorded', subject, id, content, 'import', 'import' FROM ward_setting ORDER BY id`;
        keep(accounts);
        return accounts;
      },
      { timeout: 60_000 },
    );
  } finally {
    await prisma.$disconnect();
  }
}
