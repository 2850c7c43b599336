import { redirect } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { paths } from '@/lib/routes';

export default gatedPage('user.manage', { section: 'admin' }, async () => redirect(paths.users));
