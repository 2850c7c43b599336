import type { PartsOutcome } from '@/components/form/use-form-parts';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { adminText } from '@/lib/text/admin';
import { yearSettingsText as text } from '@/lib/text/year-settings';

type SettingsOutcomeProps = {
  outcome: PartsOutcome;
  /** Something was typed since the press. */
  isChanged: boolean;
  nameOf: (id: string) => string;
};

/** What came of one save: which parts are stored, and which say for themselves why not. */
export function SettingsOutcome({ outcome: { saved, failed }, isChanged, nameOf }: SettingsOutcomeProps) {
  if (failed.length > 0) {
    return (
      <NotificationBanner kind="warning" title={text.notSaved(failed.map(nameOf))} className="mb-2">
        {saved.length > 0 && text.savedOnes(saved.map(nameOf))}
      </NotificationBanner>
    );
  }
  if (isChanged) return null;
  if (saved.length > 0) return <NotificationBanner kind="success" title={adminText.saved} className="mb-2" />;
  return <NotificationBanner kind="info" title={text.unchanged} className="mb-2" />;
}
