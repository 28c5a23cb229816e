import "server-only";
import { mayReadPeople, type Actor } from "@/lib/domain/actor";
import type { MailStanding } from "@/lib/domain/digest";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { findMailStanding } from "@/lib/db/jobs/digests";
import { env } from "@/lib/env";

/** How mails go, and where to; null: into a folder. For whoever reads the settings. */
export async function loadMailStanding(
  actor: Actor,
): Promise<Result<MailStanding & { server: string | null }>> {
  if (!mayReadPeople(actor)) return refuse("role");
  const { SMTP_URL } = env();
  return ok({
    ...(await findMailStanding()),
    server: SMTP_URL === undefined ? null : new URL(SMTP_URL).host,
  });
}
