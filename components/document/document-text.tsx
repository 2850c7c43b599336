import { NotificationBanner } from '@/components/ui/notification-banner';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { Result } from '@/lib/domain/result';
import type { ScreenText } from '@/lib/domain/year/year-document';
import { errorText } from '@/lib/text/errors';

type Part = ScreenText['parts'][number];

function TextPart({ html, caption }: Part) {
  const content = { __html: html };
  if (caption === null) return <div dangerouslySetInnerHTML={content} />;
  return (
    <ScrollRegion label={caption} className="table-region">
      <table className="data-table" dangerouslySetInnerHTML={content} />
    </ScrollRegion>
  );
}

/**
 * A document's text beside the picture of its pages. It comes as HTML from where it is printed, each text escaped: as elements, 400
 * entries would hold the server up for as long as they take.
 */
export async function DocumentText({ text }: { text: Promise<Result<ScreenText>> }) {
  const found = await text;
  if (!found.ok) return <NotificationBanner kind="error" title={errorText[found.code]} />;
  const { language, parts } = found.value;
  return (
    <div lang={language} className="document-text">
      {parts.map((part, index) => {
        const key = `${index}-${part.caption ?? ''}`;
        return <TextPart key={key} {...part} />;
      })}
    </div>
  );
}
