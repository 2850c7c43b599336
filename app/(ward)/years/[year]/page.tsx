import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/path-parameters';
import { ChangedNotice } from '@/components/edition/changed-notice';
import { FindingsLine } from '@/components/findings/findings-line';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notification-banner';
import { Block } from '@/components/year/block';
import { CategoryTotals } from '@/components/year/category-totals';
import { Deadline } from '@/components/year/deadline';
import { HomeLead } from '@/components/year/home-lead';
import { ReopenedBanner } from '@/components/year/reopened-banner';
import { StatusMatrix } from '@/components/year/status-matrix';
import { TaskList } from '@/components/year/task-list';
import { Trend } from '@/components/year/trend';
import { DRAFTING } from '@/lib/domain/entry/entry-workflow';
import { categorySums } from '@/lib/domain/year/category-sums';
import { hasRecordedTotals, overviewOf, totalsTable, trendSummaryOf } from '@/lib/domain/year/category-totals';
import { choresOf, leadingRow, statusMatrix, taskGroups, tasksElsewhere, tasksOf } from '@/lib/domain/year/year-home';
import { choreHref, taskHref } from '@/lib/list-routes';
import { yearPaths } from '@/lib/routes';
import { getChangedEdition } from '@/lib/server/edition/changed-edition';
import { readHome } from '@/lib/server/entry/home-queries';
import { entryListText } from '@/lib/text/entry/entry-list';
import { homeText, homeTitle, trendTitle } from '@/lib/text/year/home';

export const generateMetadata = yearMetadata(homeTitle);

export default gatedPage('year.read', { section: 'home' }, async (reader, params) => {
  const year = yearOfPath(params);
  const [read, changed] = await Promise.all([readHome(reader, year), getChangedEdition(reader, year)]);
  const { home, tasks, counts, figures, findings } = read ?? notFound();
  const yearHref = yearPaths(year).home;
  const { departmentId: ownId } = reader;
  const matrix = counts.status === 'fulfilled' ? statusMatrix(counts.value, ownId) : null;
  const overview = figures.status === 'fulfilled' ? overviewOf(year, figures.value) : null;
  const chores = choresOf(reader, home.isOpen, counts.status === 'fulfilled' ? counts.value : null, overview);
  const first = tasks.status === 'fulfilled' ? taskGroups(tasksOf(tasks.value, year))[0]?.shown[0] : undefined;
  const trend =
    figures.status === 'fulfilled'
      ? trendTitle(year, trendSummaryOf(totalsTable(year, figures.value)))
      : homeText.trend;
  const deadline = <Deadline deadline={home.isOpen ? home.deadline : null} now={new Date()} />;
  const isToSubmit = first !== undefined && DRAFTING.includes(first.status);
  const firstHref = first ? taskHref(first) : chores[0] && choreHref(year, chores[0]);
  return (
    <>
      <HomeLead
        year={year}
        row={matrix && leadingRow(matrix, ownId)}
        overview={overview}
        deadline={!isToSubmit && deadline}
      />
      {findings.status === 'fulfilled' && <FindingsLine year={year} counts={findings.value} />}
      <ReopenedBanner reopened={home.reopened} />
      <ChangedNotice edition={changed} />
      <div className="grid grid-cols-1 gap-x-6 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,38rem)]">
        <Block
          id="tasks"
          title={homeText.tasks}
          href={yearHref}
          data={tasks}
          action={
            firstHref && (
              <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
                {isToSubmit && deadline}
                <ButtonLink variant="primary" href={firstHref}>
                  {first ? homeText.firstEntry : homeText.firstChore}
                </ButtonLink>
              </span>
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
        <Block id="matrix" title={homeText.matrix} href={yearHref} data={counts} className="xl:row-span-2">
          {(all) =>
            all.length === 0 ? (
              <EmptyState
                message={overview && hasRecordedTotals(overview) ? entryListText.recordedOnly : entryListText.noEntries}
              />
            ) : (
              <StatusMatrix year={year} matrix={statusMatrix(all, ownId)} ownId={ownId} />
            )
          }
        </Block>
        <Block id="totals" title={homeText.totals} href={yearHref} data={figures}>
          {(all) => <CategoryTotals {...categorySums(year, all, null)} lastIsOpen={home.lastIsOpen} />}
        </Block>
        <Block id="trend" title={trend} href={yearHref} data={figures} className="xl:col-span-2">
          {(all) => <Trend year={year} figures={all} totalLabel={home.totalLabel} lastIsOpen={home.lastIsOpen} />}
        </Block>
      </div>
    </>
  );
});
