import { LogForm } from "@/components/pledges/pledge-form/log-form";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { RefusedAndNoted } from "../../refused";
import { textOf, type PageOf } from "../../search";
import { loadForm } from "../form";
import { titled } from "../../../titled";
import type { Instant } from "@/lib/domain/base/day";
import { mayBeReplaced } from "@/lib/domain/pledge/stage";
import { loadPledge } from "@/lib/pledges/pledges/queries";

const t = translator("pledge-form");

export const generateMetadata = titled(() => t("new"));

export default async function LogPledgePage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  if (!mayKeepRecords(actor)) return <RefusedAndNoted refusal={{ code: "role" }} home="/pledges" />;
  const form = await loadForm(actor, at);
  const older = await replaceable(actor, textOf(search.replaces), at);
  const participant = older?.participant ?? textOf(search.participant) ?? "";
  const priority = older ? String(older.priority) : (textOf(search.priority) ?? "");
  const given = {
    participant: form.options.participants.some(({ value }) => value === participant) ? participant : "",
    priority: /^[1-5]$/.test(priority) ? priority : "",
    owner: actor.email,
    replaces: older?.reference ?? "",
  };
  return (
    <>
      <PageHead title={t("new")}>
        <a className={buttonLook()} href="/sources/new">
          {translator("passages")("new")}
        </a>
      </PageHead>
      <LogForm given={given} {...form} />
    </>
  );
}

/** The ended pledge that the new one replaces. */
async function replaceable(actor: Actor, reference: string | null | undefined, at: Instant) {
  if (!reference) return null;
  const loaded = await loadPledge(actor, reference, at);
  return loaded.ok && mayBeReplaced(loaded.value) ? loaded.value : null;
}
