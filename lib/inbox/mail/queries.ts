import "server-only";
import { mayReadPeople, type Actor } from "@/lib/domain/people/actor";
import { LONGEST_DIGEST, type MailStatus } from "@/lib/domain/notices/digest";
import type { Notice } from "@/lib/domain/notices/notice";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { countUnreadBetween, findUnreadBetween } from "@/lib/db/queries/workspace/notices";
import { findMailStatus } from "@/lib/db/queries/workspace/mail-status";
import { env } from "@/lib/platform/env";

/**
 * Where mail goes, and the state of the queue, for administrators. `server` null: mail goes into a folder.
 */
export async function loadMailStatus(actor: Actor): Promise<Result<MailStatus & { server: string | null }>> {
  if (!mayReadPeople(actor)) return refuse("role");
  const { SMTP_URL } = env();
  return ok({
    ...(await findMailStatus()),
    server: SMTP_URL === undefined ? null : new URL(SMTP_URL).host,
  });
}

/**
 * The content of a mail: the person's newest unread notices between two positions in the log, and their
 * number.
 */
export async function loadUnreadBetween(
  person: Actor,
  places: { after: number; to: number },
): Promise<{ notices: Notice[]; count: number }> {
  const [notices, count] = await Promise.all([
    findUnreadBetween(person, places, LONGEST_DIGEST),
    countUnreadBetween(person, places),
  ]);
  return { notices, count };
}
