import { notFound } from "next/navigation";
import { ReplyForm } from "@/components/pledges/suggestions/reply-form";
import { Suggested } from "@/components/pledges/suggestions/suggested";
import { replyWords } from "@/components/pledges/suggestions/words";
import { noticeLook, leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { isOpenSuggestion, mayAnswerSuggestion } from "@/lib/domain/proposals/suggestion";
import { suggestedForm } from "@/lib/domain/details/suggested-field";
import { translator } from "@/lib/i18n/translator";
import { loadSuggestion } from "@/lib/pledges/suggestions/queries";
import { RefusedAndNoted } from "../../../../refused";
import { loadDetails } from "../../details";
import { titled } from "../../../../../titled";
import type { PageOf } from "../../../../search";

const t = translator("suggestions");

export const generateMetadata = titled(() => t("title"));

/** One suggestion: its answer, or the form to give one. */
export default async function SuggestionPage({ params }: PageOf<"reference" | "id">) {
  const [{ actor, at }, { reference, id }] = await Promise.all([requireActorPage(), params]);
  const [details, found] = await Promise.all([loadDetails(actor, reference, at), loadSuggestion(actor, id)]);
  if (details === null) return <RefusedAndNoted refusal={{ code: "role" }} home={`/pledges/${reference}`} />;
  if (!found.ok || found.value.pledge !== reference) notFound();
  const one = found.value;
  return (
    <>
      <PageHead title={t("title")} />
      <p className={leadLook()}>
        <a href={`/pledges/${reference}`}>{t("on", { reference, title: details.title })}</a>
      </p>
      <div className={noticeLook("my-4")}>
        <Suggested one={one} at={at} />
      </div>
      {mayAnswerSuggestion(actor, one, details.participant) ? (
        <ReplyForm
          id={id}
          text={one.text}
          page={`/pledges/${reference}`}
          form={suggestedForm(reference, one.suggestion.field)}
          words={replyWords()}
        />
      ) : isOpenSuggestion(one) ? (
        <p className="text-muted">{t("waits")}</p>
      ) : null}
    </>
  );
}
