import type { Notice } from '@/components/form/use-action';
import { reloadPage } from '@/components/form/use-leave-warning';
import { accountText } from '@/lib/text/account';
import { uiText } from '@/lib/text/ui';

/** Why what a menu does was not done. Every page brings it along, so it is no banner and says no more than it must. */
export function MenuProblem({ notice, about }: { notice: Notice | null; about: string }) {
  const problem = notice?.kind === 'problem' ? notice.problem : null;
  return (
    <div role="alert" className="max-w-80 px-4 text-dns-14N-130 whitespace-normal text-red-900 empty:absolute">
      {problem && (
        <>
          <p className="py-2">{about + (problem === 'new_version' ? accountText.newVersion : accountText.tryAgain)}</p>
          {problem === 'new_version' && (
            <button type="button" className="link mb-2 cursor-pointer" onClick={reloadPage}>
              {uiText.reload}
            </button>
          )}
        </>
      )}
    </div>
  );
}
