import { FieldChangeRow } from '@/components/approval/field-change-row';
import { EmptyState } from '@/components/ui/notification-banner';
import type { RevisionView } from '@/lib/domain/entry/entry-history-view';
import { actorText, historyText, revisionActionText } from '@/lib/text/entry/entry-history';
import { formatEraDateTime } from '@/lib/text/format';
import { ToMend } from './entry-banners';
import { StatusLabel } from './status-label';

function Changes({ revision }: { revision: RevisionView }) {
  if (revision.changes.length > 0) {
    return (
      <dl className="mt-2">
        {revision.changes.map((change) => (
          <FieldChangeRow key={change.field} change={change} />
        ))}
      </dl>
    );
  }
  return revision.action === 'edit' ? <p className="mt-2">{historyText.empty}</p> : null;
}

function Revision({ revision }: { revision: RevisionView }) {
  return (
    <li className="border-b border-solid-gray-420 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="text-dns-16B-130 desktop:min-w-42">
          {historyText.version(revision.firstVersion, revision.version)} {revisionActionText(revision.action)}
        </h2>
        <span className="inline-flex desktop:min-w-22">
          <StatusLabel status={revision.status} />
        </span>
        <p className="text-dns-14N-130 text-solid-gray-700">
          <time dateTime={revision.at}>{formatEraDateTime(new Date(revision.at))}</time>{' '}
          <span>{actorText(revision.actorName, revision.actorRole, revision.action)}</span>
        </p>
      </div>
      <ToMend fields={revision.toMend} />
      {revision.reason && (
        <dl className="mt-2 grid gap-x-6 desktop:grid-cols-[10rem_1fr]">
          <dt className="text-dns-14B-130 desktop:pt-1">{historyText.reason}</dt>
          <dd className="max-w-[46rem] min-w-0 whitespace-pre-line">{revision.reason}</dd>
        </dl>
      )}
      <Changes revision={revision} />
    </li>
  );
}

/** Versions, the newest first, with who, when, why and what changed. */
export function EntryHistory({ revisions }: { revisions: readonly RevisionView[] }) {
  return (
    <>
      {revisions.length === 1 && revisions[0]?.version === 1 && <EmptyState message={historyText.empty} />}
      <ol className="border-t border-solid-gray-420">
        {revisions.map((revision) => (
          <Revision key={revision.version} revision={revision} />
        ))}
      </ol>
    </>
  );
}
