import { redirect } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';

export default gatedPage('user.manage', { section: 'admin' }, async () => redirect('/admin/users'));
