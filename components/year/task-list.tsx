import { Amount } from '@/components/entry/amount';
import { StatusLabel } from '@/components/entry/status-label';
import type { Chore, EntryTask, TaskGroup, TasksElsewhere } from '@/lib/domain/year/year-home';
import { choreHref, entryListHref, taskHref } from '@/lib/list-routes';
import { yearPaths } from '@/lib/routes';
import { taskText } from '@/lib/text/entry/entry-status';
import { choreText, homeText, moreTasks, taskNote, tasksElsewhereText } from '@/lib/text/year/home';

type TaskListProps = {
  year: number;
  groups: readonly TaskGroup[];
  /** What is left to do for the year as a whole. */
  chores: readonly Chore[];
  elsewhere: readonly TasksElsewhere[];
  empty: string;
  /** The reader's own 課, whose list holds the rest. */
  departmentId: string | null;
};

const ROW = 'flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-solid-gray-420 px-2 py-1.5';

function Task({ task }: { task: EntryTask }) {
  const { status, name, amount, lastYearAmount, isNew } = task;
  return (
    <li className="task">
      <StatusLabel status={status} />
      <div className="min-w-0">
        <a href={taskHref(task)} className="link">
          {name}
        </a>
        <p className="line-clamp-1 text-dns-14N-130">{taskNote(task)}</p>
      </div>
      <div className="num">
        <Amount value={amount} blank="notEntered" />
        <p className="text-dns-14N-130">
          {isNew ? (
            homeText.isNew
          ) : (
            <>
              {homeText.lastYear} <Amount value={lastYearAmount} />
            </>
          )}
        </p>
      </div>
    </li>
  );
}

/** Work of another year is not listed here, but nobody has to look for it. */
function Elsewhere({ elsewhere }: { elsewhere: readonly TasksElsewhere[] }) {
  return elsewhere.map(({ year, count }) => (
    <p key={year} className="mt-2 px-2">
      <a href={yearPaths(year).home} className="link">
        {tasksElsewhereText(year, count)}
      </a>
    </p>
  ));
}

export function TaskList({ elsewhere, empty, ...own }: TaskListProps) {
  const isEmpty = own.groups.length === 0 && own.chores.length === 0;
  return (
    <>
      {isEmpty ? <p className="px-2 py-1">{empty}</p> : <OwnTasks {...own} />}
      <Elsewhere elsewhere={elsewhere} />
    </>
  );
}

function OwnTasks({ year, groups, chores, departmentId }: Omit<TaskListProps, 'elsewhere' | 'empty'>) {
  return (
    <ul className="border-t border-solid-gray-420">
      {groups.map(({ status, shown, more }) => (
        <li key={status}>
          <h3 className="sr-only">{taskText[status]}</h3>
          <ul>
            {shown.map((task) => (
              <Task key={task.id} task={task} />
            ))}
            {more > 0 && (
              <li className={ROW}>
                <a href={entryListHref(year, { status, department: departmentId })} className="link">
                  {taskText[status]}：{moreTasks(more)}
                </a>
              </li>
            )}
          </ul>
        </li>
      ))}
      {chores.map((chore) => (
        <li key={choreText(chore)} className={ROW}>
          <a href={choreHref(year, chore)} className="link">
            {choreText(chore)}
          </a>
        </li>
      ))}
    </ul>
  );
}
