import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { type Operation, PERMISSIONS } from '@/lib/domain/permissions';

/** The role that let the actor do it; for what every member may do, the first role held. */
export function actingRole(actor: Actor, operation: Operation): string {
  const { role } = PERMISSIONS[operation];
  return role === 'member' ? (actor.roles[0] ?? 'member') : role;
}
