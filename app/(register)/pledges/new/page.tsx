import { LogForm } from "@/components/pledges/pledge-form/log-form";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { RefusedAndNoted } from "../../refused";
import { textOf, type Search } from "../../search";
import { loadForm } from "../form";
import { titled } from "../../../titled";

const t = translator("pledge-form");

export const generateMetadata = titled(() => t("new"));

export default async function LogPledgePage({ searchParams }: { searchParams: Promise<Search> }) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  if (!mayKeepRecords(actor)) return <RefusedAndNoted refusal={{ code: "role" }} home="/pledges" />;
  const form = await loadForm(actor, at);
  const participant = textOf(search.participant) ?? "";
  const given = {
    participant: form.options.participants.some(({ value }) => value === participant) ? participant : "",
    priority: /^[1-5]$/.test(textOf(search.priority) ?? "") ? (textOf(search.priority) ?? "") : "",
    owner: actor.email,
  };
  return (
    <>
      <div className="head">
        <h1>{t("new")}</h1>
        <div className="actions">
          <a className="btn" href="/sources/new">
            {translator("passages")("new")}
          </a>
        </div>
      </div>
      <LogForm account={actor.id} given={given} {...form} />
    </>
  );
}
