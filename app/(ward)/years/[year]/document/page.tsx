import { documentOfYear } from '@/app/(ward)/years/[year]/document/document-of-year';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata } from '@/app/path-parameters';
import { documentPageText } from '@/lib/text/document/document-page';

export const generateMetadata = yearMetadata(documentPageText.titleOf);

export default gatedPage('document.read', { section: 'document' }, documentOfYear('document'));
