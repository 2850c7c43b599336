import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { GuideContents, GuideParts } from '@/components/guide/guide-text';
import { PageHeader } from '@/components/shell/page-header';
import { readGuide } from '@/lib/server/guide/guide';
import { uiText } from '@/lib/text/ui';

export const metadata: Metadata = { title: uiText.guide };

export default gatedPage('year.read', { section: 'account' }, async () => {
  const { tokens, sizes } = await readGuide();
  return (
    <>
      <PageHeader title={uiText.guide} />
      <div className="grid gap-x-8 desktop:grid-cols-[14rem_minmax(0,60rem)]">
        <nav
          aria-label={uiText.contents}
          className="print:hidden desktop:sticky desktop:top-0 desktop:max-h-dvh desktop:overflow-y-auto desktop:self-start"
        >
          <GuideContents tokens={tokens} />
        </nav>
        <div className="min-w-0">
          <GuideParts tokens={tokens} sizes={sizes} />
        </div>
      </div>
    </>
  );
});
