import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { DictionaryTable } from '@/components/findings/dictionary-table';
import { listDictionary } from '@/lib/server/findings/dictionary-queries';
import { dictionaryText } from '@/lib/text/findings/dictionary';

export const metadata: Metadata = { title: dictionaryText.title };

export default gatedPage('dictionary.manage', { section: 'admin' }, async (reader) => (
  <AdminFrame part="dictionary">
    <DictionaryTable rules={await listDictionary(reader)} />
  </AdminFrame>
));
