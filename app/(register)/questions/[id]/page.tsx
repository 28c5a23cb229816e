import { AboutLine } from "@/components/oversight/questions/about-line";
import { AnswerForm } from "@/components/oversight/questions/answer-form";
import { QuestionFacts } from "@/components/oversight/questions/facts";
import { QuestionReasonForm } from "@/components/oversight/questions/reason-form";
import { QuestionStateMark } from "@/components/oversight/questions/state-mark";
import { QuestionStory } from "@/components/oversight/questions/story";
import { ToSend } from "@/components/oversight/questions/to-send";
import { questionWords } from "@/components/oversight/questions/words";
import { CopyButton } from "@/components/ui/copy-button";
import { RecordHead } from "@/components/ui/page/record-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayReadLog, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { aboutName, type Question } from "@/lib/domain/oversight/question";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadQuestion } from "@/lib/oversight/questions/queries";
import type { Option } from "@/components/form/words";
import { referenceLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { Evidence } from "@/lib/domain/pledge/evidence";
import { LARGEST_LIMIT } from "@/lib/domain/base/listing";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { shortDay } from "@/lib/i18n/dates";
import { loadCellPledges } from "@/lib/pledges/pledges/queries";
import { loadNames } from "../../names";
import { or404, RefusedAndNoted } from "../../refused";
import { textOf, type PageOf } from "../../search";
import { loadAbout } from "../about";
import { loadItem } from "../item";
import { titled } from "../../../titled";

const t = translator("questions");
const ui = translator("ui");
const domain = translator("domain");

export const generateMetadata = titled<PageOf<"id">>(async ({ params }) => (await params).id);

export default async function QuestionPage({ params, searchParams }: PageOf<"id">) {
  const [{ actor, at }, { id }, search] = await Promise.all([requireActorPage(), params, searchParams]);
  const [loaded, names] = await Promise.all([loadQuestion(actor, id, at).then(or404), loadNames(actor, at)]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/questions" />;
  const { question, state, overdue, story, may, version, owner } = loaded.value;
  const { reference, pledge, participant, priority, code } = question;
  const found = await loadAbout(actor, aboutName(question), at);
  if (!found.ok) return <RefusedAndNoted refusal={found.refusal} home={`/questions/${reference}`} />;
  const { details, name } = found.value;
  const [item, options] = await Promise.all([
    loadItem(actor, question, details, code, at),
    may.includes("answer") ? loadAnswers(actor, question, details, at) : [],
  ]);
  const given = textOf(search.evidence);
  const shared = { reference, version, words: questionWords() };
  return (
    <>
      <RecordHead
        title={t("sheet.title", { about: aboutName(question) })}
        meta={
          <>
            <span className={referenceLook()}>{reference}</span>
            <CopyButton
              path={`/questions/${reference}`}
              label={ui("copyLink", { reference })}
              copied={ui("copied")}
            />
            <QuestionStateMark state={state} overdue={overdue} />
          </>
        }
      >
        <AboutLine about={question} name={name} title={details?.title ?? null} />
      </RecordHead>
      <div className="cols max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1">
        <div>
          <ToSend
            question={question}
            sending={may.includes("answer")}
            restricted={details?.handling === "COALITION"}
          />
          <QuestionStory
            story={story}
            pieces={new Map(details?.evidence.map((piece) => [piece.id, pieceWords(piece)]))}
            pledge={pledge}
            at={at}
            readsLog={mayReadLog(actor)}
          />
          {may.map((does) => (
            <Section id={does} title={t(`form.${does}`)} className="print:hidden" key={does}>
              {does === "answer" ? (
                <AnswerForm
                  key={version}
                  {...shared}
                  names={pledge === null ? "pledge" : "evidence"}
                  options={options}
                  given={options.some(({ value }) => value === given) ? given : null}
                  record={
                    pledge === null
                      ? `/pledges/new?participant=${participant}&priority=${priority}`
                      : details?.may.edit
                        ? `/pledges/${pledge}/evidence?for=${reference}`
                        : null
                  }
                  today={registerDay(at)}
                />
              ) : (
                <QuestionReasonForm key={`${does}-${version}`} {...shared} does={does} />
              )}
            </Section>
          ))}
          {may.length === 0 ? <p className="text-muted">{t("sheet.readOnly", { state })}</p> : null}
        </div>
        <aside className="side pt-8 max-md:contents" aria-label={t("sheet.label")}>
          <QuestionFacts
            details={loaded.value}
            unresolved={item !== null}
            ownerName={owner === null ? null : (names.owners[owner] ?? null)}
          />
        </aside>
      </div>
    </>
  );
}

const pieceWords = ({ kind, source }: Evidence): string => {
  const on = source.publishedOn === null ? "" : `, ${shortDay(source.publishedOn)}`;
  return `${domain(`evidenceKind.${kind}`)}, ${source.title ?? source.publisher}${on}`;
};

/** What an answer can name, by publication or reference, the latest first: evidence of the pledge, or pledges on the missing position. */
async function loadAnswers(
  actor: Actor,
  question: Question,
  details: PledgeDetails | null,
  at: Instant,
): Promise<Option[]> {
  if (details !== null)
    return details.evidence
      .filter(({ retracted }) => retracted === null)
      .toSorted((a, b) => ((a.source.publishedOn ?? "") < (b.source.publishedOn ?? "") ? 1 : -1))
      .map((piece) => ({ value: piece.id, label: pieceWords(piece) }));
  const pledges = await loadCellPledges(actor, question, LARGEST_LIMIT, at);
  return pledges.ok
    ? pledges.value
        .map(({ reference, title }) => ({ value: reference, label: `${reference} ${title}` }))
        .sort((a, b) => (a.value < b.value ? 1 : -1))
    : [];
}
