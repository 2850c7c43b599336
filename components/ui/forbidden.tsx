import type { Role } from '@/lib/domain/actor';
import { roleText } from '@/lib/text/terms';

/** Says who can do it, where the reader can't. */
export function Forbidden({ role }: { role: Role }) {
  return (
    <main id="main" className="mx-auto max-w-[90rem] p-6">
      <h1 className="text-std-22B-150">この画面を表示する権限がありません</h1>
      <p className="mt-4">この画面は{roleText[role]}が使用します。必要な場合は、予算管理者に依頼してください。</p>
      <p className="mt-4">
        <a href="/" className="underline">
          ホームに戻る
        </a>
      </p>
    </main>
  );
}
