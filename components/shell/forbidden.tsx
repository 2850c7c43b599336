import type { Role } from '@/lib/domain/actor';
import { roleText } from '@/lib/text/terms';
import { forbiddenText, forbiddenWho, uiText } from '@/lib/text/ui';

/** The content of a page that the reader may not see: says who can. */
export function Forbidden({ role }: { role: Role }) {
  return (
    <>
      <h1 className="text-std-22B-150">{forbiddenText.title}</h1>
      <p className="mt-4">{forbiddenWho(roleText[role])}</p>
      <p>{forbiddenText.remedy}</p>
      <p className="mt-4">
        <a href="/" className="link">
          {uiText.backToHome}
        </a>
      </p>
    </>
  );
}
