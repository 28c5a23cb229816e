import { HandOver } from "@/components/workspace/mine/hand-over";
import { requireActorPage } from "@/lib/auth/page";
import { loadHandoverChoice } from "@/lib/people/handovers/queries";
import { translator } from "@/lib/i18n/translator";
import { RefusedAndNoted } from "../../refused";
import { loadNames } from "../../names";
import { titled } from "../../../titled";

export const generateMetadata = titled(() => translator("mine")("handover.title"));

export default async function HandOverPage() {
  const { actor, at } = await requireActorPage();
  const [choice, names] = await Promise.all([
    loadHandoverChoice(actor, { id: actor.id, email: actor.email, desk: [...actor.desk] }),
    loadNames(actor, at),
  ]);
  if (!choice.ok || actor.role !== "OFFICER")
    return <RefusedAndNoted refusal={{ code: "role" }} home="/mine" />;
  return <HandOver from={null} choice={choice.value} names={names.participants} page="/mine" />;
}
