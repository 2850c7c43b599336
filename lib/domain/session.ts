/** A session of the reader's own account, in whichever ward. */
export type OwnSession = {
  id: string;
  wardName: string;
  startedAt: Date;
  lastSeenAt: Date;
  address: string | null;
  userAgent: string | null;
  isThis: boolean;
};
