import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { notFound } from "next/navigation";
import { AnswerHandover } from "@/components/workspace/mine/answer-handover";
import { HandoverFacts } from "@/components/workspace/mine/handover-facts";
import { requireActorPage } from "@/lib/auth/page";
import { handoverAnswers } from "@/lib/domain/people/handover";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { loadHandover } from "@/lib/people/handovers/queries";
import { loadNames } from "../../../names";
import { titled } from "../../../../titled";
import type { PageOf } from "../../../search";

const t = translator("mine");

export const generateMetadata = titled(() => t("handover.title"));

/** A desk that was handed over or is offered, for the people involved. */
export default async function HandoverPage({ params }: PageOf<"id">) {
  const [{ actor, at }, { id }] = await Promise.all([requireActorPage(), params]);
  const [found, names] = await Promise.all([loadHandover(actor, id), loadNames(actor, at)]);
  if (!found.ok) notFound();
  const may = handoverAnswers(actor, found.value);
  return (
    <>
      <PageHead title={t("handover.title")} />
      <HandoverFacts handover={found.value} names={names.participants} />
      {may.length === 0 ? null : (
        <Section id="answer" title={t("handover.offer.answer.title")}>
          <AnswerHandover
            key={found.value.version}
            id={id}
            may={may}
            words={{ ...currentMessages().form, ...currentMessages().mine.handover.offer.answer }}
          />
        </Section>
      )}
    </>
  );
}
