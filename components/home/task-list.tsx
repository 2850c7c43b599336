import { StatusLabel } from '@/components/ui/status-label';
import { entryListHref } from '@/lib/domain/entry-list';
import { type EntryTask, type TaskGroup, taskHref } from '@/lib/domain/year-home';
import { homeText, moreTasks, returnReason, taskKindText } from '@/lib/text/home';

export type Chore = { href: string; label: string };

type TaskListProps = {
  year: number;
  groups: readonly TaskGroup[];
  /** What is left to do for the year as a whole. */
  chores: readonly Chore[];
  empty: string;
  /** The reader's own 課, whose list holds the rest. */
  departmentId: string | null;
};

const ROW = 'flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-solid-gray-420 px-2 py-1.5';

function Task({ year, task }: { year: number; task: EntryTask }) {
  return (
    <li className={ROW}>
      <StatusLabel status={task.status} />
      <a href={taskHref(year, task)} className="link">
        {task.name}
      </a>
      <span className="text-dns-14N-130">
        {task.departmentName}
        {!task.hasAmount && `・${homeText.noAmount}`}
      </span>
      {task.reason && <span className="line-clamp-2 w-full whitespace-pre-line">{returnReason(task.reason)}</span>}
    </li>
  );
}

export function TaskList({ year, groups, chores, empty, departmentId }: TaskListProps) {
  if (groups.length === 0 && chores.length === 0) return <p className="px-2 py-1">{empty}</p>;
  return (
    <ul className="border-t border-solid-gray-420">
      {groups.map(({ kind, shown, more }) => (
        <li key={kind}>
          <h3 className="sr-only">{taskKindText[kind]}</h3>
          <ul>
            {shown.map((task) => (
              <Task key={task.id} year={year} task={task} />
            ))}
            {more > 0 && (
              <li className={ROW}>
                <a
                  href={entryListHref(year, { status: shown[0]?.status ?? null, department: departmentId })}
                  className="link"
                >
                  {taskKindText[kind]}：{moreTasks(more)}
                </a>
              </li>
            )}
          </ul>
        </li>
      ))}
      {chores.map(({ href, label }) => (
        <li key={label} className={ROW}>
          <a href={href} className="link">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
