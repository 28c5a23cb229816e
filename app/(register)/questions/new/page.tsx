import { AskForm } from "@/components/oversight/questions/ask-form";
import { AboutLine } from "@/components/oversight/questions/about-line";
import { StartForm } from "@/components/oversight/start-form";
import { aboutHref, askHref } from "@/components/oversight/questions/view";
import { questionWords } from "@/components/oversight/questions/words";
import { noticeLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepRecords, whyNotChange, type Actor } from "@/lib/domain/people/actor";
import { aboutName, ASKABLE, type QuestionAbout } from "@/lib/domain/oversight/question";
import { generalQuestion, preparedQuestion } from "@/lib/i18n/words/question-words";
import { translator } from "@/lib/i18n/translator";
import { loadOffices, loadAsked } from "@/lib/oversight/questions/queries";
import type { Instant } from "@/lib/domain/base/day";
import { askedKey } from "@/lib/domain/oversight/question-details";
import type { UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import { ReferenceLink } from "@/components/ui/link-to";
import { redirectToFull } from "../../redirect-to-full";
import { RefusedAndNoted } from "../../refused";
import { sentText, textOf, type PageOf } from "../../search";
import { loadAbout } from "../about";
import { loadItem } from "../item";
import { titled } from "../../../titled";

const t = translator("questions");
const domain = translator("domain");

const LONGEST_ABOUT = 20;

export const generateMetadata = titled(() => t("new"));

/** About the subject and item in the address. Without a subject, asks for it first. */
export default async function NewQuestionPage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  const home = "/questions/new";
  if (!mayKeepRecords(actor))
    return <RefusedAndNoted refusal={{ code: "role" }} home={home} why={t("start.forKeepers")} />;
  const typed = sentText(search.about, LONGEST_ABOUT);
  const found = !typed ? null : await loadAbout(actor, typed.toUpperCase(), at);
  if (!found?.ok || found.value.details?.voided) {
    const why = typed === "" ? "missing" : found?.ok ? "void" : "unknown";
    return (
      <>
        <PageHead title={t("start.title")} />
        <StartForm
          action={home}
          title={t("new")}
          lead={t("start.lead")}
          label={t("start.label")}
          hint={t("start.hint")}
          submit={t("start.go")}
          typed={typed}
          error={typed === null ? null : t(`start.${why}`, { typed })}
          longest={LONGEST_ABOUT}
        />
      </>
    );
  }
  const { about, details, name } = found.value;
  const asked = textOf(search.code);
  const code = ASKABLE.find((one) => one === asked) ?? null;
  if (typed !== aboutName(about)) await redirectToFull(askHref(about, code ?? undefined));
  const why = whyNotChange(actor, about.participant);
  if (why) return <RefusedAndNoted refusal={{ code: why }} home={home} />;

  const [item, openQuestion, offices] = await Promise.all([
    loadItem(actor, about, details, code, at),
    loadStanding(actor, about, code, at),
    loadOffices(actor, about.participant),
  ]);
  const from = item === null ? null : code;
  return (
    <>
      <PageHead title={t("new")} />
      <AboutLine about={about} name={name} title={details?.title ?? null} />
      {from === null ? null : (
        <p className="text-muted mb-4">{t("filter.code", { codes: domain(`code.${from}`) })}</p>
      )}
      {code !== null && item === null ? (
        <p className={noticeLook("mb-4")}>{t("resolvedMeanwhile", { code: domain(`code.${code}`) })}</p>
      ) : null}
      {openQuestion === null ? (
        <AskForm
          key={from ?? ""}
          about={aboutName(about)}
          code={from}
          prepared={
            item
              ? preparedQuestion({ item, name, priority: about.priority, pledge: details })
              : details
                ? generalQuestion(name, details)
                : ""
          }
          offices={offices.ok ? offices.value : []}
          title={t("new")}
          page={aboutHref(about)}
          words={questionWords()}
        />
      ) : (
        <p className={noticeLook("mb-4")}>
          {t("standing")} <ReferenceLink href={`/questions/${openQuestion}`}>{openQuestion}</ReferenceLink>
        </p>
      )}
    </>
  );
}

/** Reference of the open question about the same item. */
async function loadStanding(
  actor: Actor,
  about: QuestionAbout,
  code: UnresolvedCode | null,
  at: Instant,
): Promise<string | null> {
  if (code === null) return null;
  const { participant, priority, pledge: reference } = about;
  const asked = await loadAsked(actor, [{ participant, priority, reference, code }], at);
  return asked.ok ? (asked.value.get(askedKey(about, code))?.reference ?? null) : null;
}
