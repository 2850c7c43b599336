import { uiText } from '@/lib/text/ui';

/** ※必須 or ※任意 beside a label; nothing where a form doesn't ask (filters). */
export function Requirement({ required }: { required: boolean | undefined }) {
  if (required === undefined) return null;
  return (
    <span className={`ml-2 text-dns-14N-130 ${required ? 'text-red-900' : 'text-solid-gray-700'}`}>
      {required ? uiText.required : uiText.optional}
    </span>
  );
}
