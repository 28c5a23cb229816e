import { PassageLog } from "@/components/pledges/passages/passage-log";
import { ReadFromFile } from "@/components/pledges/passages/read-from";
import { passageWords, foundWords } from "@/components/pledges/passages/words";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { suggest } from "@/lib/domain/passages/suggest";
import { isCoalitionOnly } from "@/lib/i18n/coalition-only";
import { translator } from "@/lib/i18n/translator";
import { loadParticipantList } from "@/lib/people/participants/queries";
import { loadSource } from "@/lib/pledges/sources/queries";
import { loadTriggers } from "@/lib/conditions/triggers/queries";
import { loadForm } from "../../../pledges/form";
import { RefusedAndNoted } from "../../../refused";
import { participantName } from "@/lib/i18n/words/participant-name";
import { titled } from "../../../../titled";
import type { PageOf } from "../../../search";

const t = translator("passages");

export const generateMetadata = titled(() => t("logName"));

export default async function LogFromTextPage({ params }: PageOf<"id">) {
  const [{ actor, at }, { id }] = await Promise.all([requireActorPage(), params]);
  const home = `/sources/${id}`;
  if (!mayKeepRecords(actor)) return <RefusedAndNoted refusal={{ code: "role" }} home={home} />;
  const [source, form, participants, triggers] = await Promise.all([
    loadSource(actor, id, at),
    loadForm(actor, at),
    loadParticipantList(actor, at),
    loadTriggers(actor, at),
  ]);
  if (!source.ok) return <RefusedAndNoted refusal={source.refusal} home={home} />;
  const { text, title, publisher, language, publishedOn, evidence } = source.value;
  if (text === null || !participants.ok || !triggers.ok)
    return <RefusedAndNoted refusal={{ code: "not-found" }} home={home} />;

  const names = {
    participants: new Map(participants.value.map((one) => [one.code, participantName(one)])),
    triggers: new Map(triggers.value.map((trigger) => [trigger.code, trigger.title])),
  };
  const known = { participants: participants.value, triggers: triggers.value, publishedOn };
  const name = title ?? publisher;
  return (
    <>
      <PageHead title={t("logTitle", { source: name })} />
      <ReadFromFile source={source.value} />
      <PassageLog
        owner={actor.email}
        source={{ id, name, text, language, publishedOn: publishedOn ?? "" }}
        found={suggest(text, known).map((one) => foundWords(text, one, names))}
        marks={evidence.flatMap(({ span, pledge, retracted, voided }) =>
          span && retracted === null && !voided
            ? [{ ...span, reference: pledge, isCoalitionOnly: isCoalitionOnly(pledge) }]
            : [],
        )}
        triggers={Object.fromEntries(names.triggers)}
        options={form.options}
        words={passageWords()}
      />
    </>
  );
}
