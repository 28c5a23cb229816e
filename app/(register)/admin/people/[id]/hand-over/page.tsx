import { HandOver } from "@/components/workspace/mine/hand-over";
import { requireActorPage } from "@/lib/auth/page";
import { loadHandoverChoice } from "@/lib/people/handovers/queries";
import { translator } from "@/lib/i18n/translator";
import { loadPerson } from "@/lib/people/people/queries";
import { RefusedAndNoted } from "../../../../refused";
import { loadNames } from "../../../../names";
import { titled } from "../../../../../titled";
import type { PageOf } from "../../../../search";

export const generateMetadata = titled(() => translator("mine")("handover.title"));

/** For administrators: anyone's desk, when its officer is away or has left. */
export default async function HandOverPage({ params }: PageOf<"id">) {
  const [{ actor, at }, { id }] = await Promise.all([requireActorPage(), params]);
  const page = `/admin/people/${id}`;
  const person = await loadPerson(actor, id);
  if (!person.ok) return <RefusedAndNoted refusal={person.refusal} home={page} />;
  const [choice, names] = await Promise.all([loadHandoverChoice(actor, person.value), loadNames(actor, at)]);
  if (!choice.ok) return <RefusedAndNoted refusal={choice.refusal} home={page} />;
  const { name, email } = person.value;
  return <HandOver from={{ name, email }} choice={choice.value} names={names.participants} page={page} />;
}
