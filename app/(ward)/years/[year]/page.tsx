import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/year-of-path';
import { Block } from '@/components/home/block';
import { CategoryTotals } from '@/components/home/category-totals';
import { OverCeilings } from '@/components/home/over-ceiling';
import { ReopenedBanner } from '@/components/home/reopened-banner';
import { StatusMatrix } from '@/components/home/status-matrix';
import { TaskList } from '@/components/home/task-list';
import { Trend } from '@/components/home/trend';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { categorySums } from '@/lib/domain/category-sums';
import { change, hasRecordedTotals, overCeilings, overviewOf } from '@/lib/domain/category-totals';
import { yearPaths } from '@/lib/domain/paths';
import {
  choreHref,
  choresOf,
  statusMatrix,
  taskGroups,
  taskHref,
  tasksElsewhere,
  tasksOf,
} from '@/lib/domain/year-home';
import { readHome } from '@/lib/server/home-queries';
import { entryListText } from '@/lib/text/entry-list';
import { homeText, homeTitle } from '@/lib/text/home';
import { totalLine } from '@/lib/text/totals';

export const generateMetadata = yearMetadata(homeTitle);

export default gatedPage('year.read', { section: 'home' }, async (reader, params) => {
  const year = yearOfPath(params);
  const { home, tasks, counts, figures } = (await readHome(reader, year)) ?? notFound();
  const yearHref = yearPaths(year).home;
  const overview = figures.status === 'fulfilled' ? overviewOf(year, figures.value) : null;
  const chores = choresOf(reader, home.isOpen, counts.status === 'fulfilled' ? counts.value : null, overview);
  const first = tasks.status === 'fulfilled' ? taskGroups(tasksOf(tasks.value, year))[0]?.shown[0] : undefined;
  const firstHref = first ? taskHref(first) : chores[0] && choreHref(year, chores[0]);
  return (
    <>
      <PageHeader
        title={homeTitle(year)}
        meta={overview && totalLine(overview.total, overview.known, change(overview.total, overview.totalBefore))}
      />
      {overview && <OverCeilings over={overCeilings(overview.now)} className="mb-4" />}
      <ReopenedBanner reopened={home.reopened} />
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-2">
        <Block
          id="tasks"
          title={homeText.tasks}
          href={yearHref}
          data={tasks}
          action={
            firstHref && (
              <ButtonLink variant="primary" href={firstHref}>
                {first ? homeText.firstEntry : homeText.firstChore}
              </ButtonLink>
            )
          }
        >
          {(all) => (
            <TaskList
              year={year}
              groups={taskGroups(tasksOf(all, year))}
              elsewhere={tasksElsewhere(all, year)}
              chores={chores}
              departmentId={reader.departmentId}
              empty={home.isOpen ? homeText.noTasks : homeText.closedTasks}
            />
          )}
        </Block>
        <Block id="matrix" title={homeText.matrix} href={yearHref} data={counts}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState
                message={overview && hasRecordedTotals(overview) ? entryListText.recordedOnly : entryListText.noEntries}
              />
            ) : (
              <StatusMatrix year={year} matrix={statusMatrix(all)} />
            )
          }
        </Block>
        <Block id="totals" title={homeText.totals} href={yearHref} data={figures} className="xl:col-span-2">
          {(all) => <CategoryTotals {...categorySums(year, all, null)} />}
        </Block>
        <Block id="trend" title={homeText.trend} href={yearHref} data={figures} className="xl:col-span-2">
          {(all) => <Trend year={year} figures={all} totalLabel={home.totalLabel} />}
        </Block>
      </div>
    </>
  );
});
