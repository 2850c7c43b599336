import { PrismaPg } from '@prisma/adapter-pg';
import { v7 } from 'uuid';
import { blankContent } from '../../lib/domain/entry/entry';
import { PrismaClient } from '../../lib/server/generated/client';
import { entryWithStep } from '../../prisma/seed-rows';

export const ENTRIES = 200;
const PROSE = '区民の意見を踏まえ、地域の企業や団体と連携して取組を進める。'.repeat(5);

export type FilledYear = Awaited<ReturnType<typeof fillYear>>;

/** Fills the open year up to so many entries of the drafter's 課, each with its first step. */
export async function fillYear(ownerUrl: string, total = ENTRIES) {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl }) });
  try {
    const account = await prisma.account.findFirstOrThrow({ where: { loginId: 'drafter' } });
    const { wardId, departmentId } = await prisma.membership.findFirstOrThrow({ where: { accountId: account.id } });
    if (!departmentId) throw new Error('the drafter is of no 課');
    const { fiscalYearId, categoryId } = await prisma.entry.findFirstOrThrow({
      where: { wardId, departmentId, status: 'draft' },
    });
    const count = await prisma.entry.count({ where: { wardId, fiscalYearId } });
    const rows = Array.from({ length: total - count }, (_, index) => {
      const n = count + index + 1;
      return entryWithStep(
        {
          ...blankContent,
          wardId,
          fiscalYearId,
          projectId: v7(),
          categoryId,
          departmentId,
          name: `見本の事業 ${n}`,
          amount: n * 100,
          summary: PROSE,
          innovation: PROSE,
          isPriority: true,
          sortOrder: n,
          status: 'draft',
          everApproved: false,
        },
        'copy',
      );
    });
    await prisma.project.createMany({ data: rows.map(({ entry }) => ({ wardId, id: entry.projectId })) });
    await prisma.entry.createMany({ data: rows.map(({ entry }) => entry) });
    await prisma.entryStep.createMany({ data: rows.map(({ step }) => step) });
    await prisma.$executeRaw`ANALYZE`;
    const entries = rows.map(({ entry: { id, name } }) => ({ id, name }));
    return { wardId, accountId: account.id, fiscalYearId, categoryId, entries, prose: PROSE };
  } finally {
    await prisma.$disconnect();
  }
}
