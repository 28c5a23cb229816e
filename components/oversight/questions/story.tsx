// Entries in their order: each with author, moment and its event in the log.
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { Ago } from "@/components/tables/ago";
import { referenceLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { QuestionStep } from "@/lib/domain/oversight/question-details";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

const t = translator("questions");
const domain = translator("domain");

interface Given {
  story: readonly QuestionStep[];
  /** Names of the evidence that answers cite, by id. */
  pieces: ReadonlyMap<string, string>;
  /** The pledge that the evidence belongs to. */
  pledge: string | null;
  at: string;
  timeZone: string;
  /** Whether the user may open events in the log. */
  readsLog: boolean;
}

export function QuestionStory({ story, ...shared }: Given) {
  return (
    <Section id="story" title={t("sheet.story")}>
      <ol className="timeline">
        {story.map((step) => (
          <Step key={step.seq} step={step} {...shared} />
        ))}
      </ol>
    </Section>
  );
}

function Step({
  step,
  pieces,
  pledge,
  at,
  timeZone,
  readsLog,
}: Omit<Given, "story"> & { step: QuestionStep }) {
  const { by, does, seq } = step;
  const role = domain(`role.${by.role}`);
  return (
    <li className="grid-cols-[164px_minmax(0,1fr)]">
      <div className="event-when pb-4 max-md:p-0">
        <Ago at={step.at} now={at} timeZone={timeZone} />
      </div>
      <div className="event-text max-md:pl-0 max-md:border-0 max-md:before:-top-3.75 max-md:before:-left-6.25">
        <p>
          <b>{by.name}</b> {t(`does.${does}`)}{" "}
          <span className="text-muted">
            {by.name.startsWith(role) ? null : <>({role}) </>}·{" "}
            {readsLog ? <a href={`/audit/${seq}`}>{t("sheet.event", { seq })}</a> : t("sheet.event", { seq })}
          </span>
        </p>
        {does === "ask" ? null : <p className="said">{step.text}</p>}
        <Beside step={step} pieces={pieces} pledge={pledge} />
      </div>
    </li>
  );
}

/** When an answer came and where it is on record; for a reopened question, the new due date. */
function Beside({ step, pieces, pledge }: Pick<Given, "pieces" | "pledge"> & { step: QuestionStep }) {
  if (step.does === "reopen")
    return step.dueOn === null ? null : (
      <p className="text-muted">{t("sheet.newDue", { on: dayInWords(step.dueOn) })}</p>
    );
  if (step.does !== "answer" || step.answeredOn === null) return null;
  return (
    <p className="text-muted">
      {t("sheet.cameOn", { on: dayInWords(step.answeredOn) })}
      {step.evidence === null || pledge === null ? null : (
        <>
          {" "}
          {t("sheet.onEvidence")}{" "}
          <a href={`/pledges/${pledge}#evidence`}>
            {pieces.get(step.evidence) ?? t("sheet.evidenceGone", { pledge })}
          </a>
        </>
      )}
      {step.pledge === null ? null : (
        <>
          {" "}
          {t("sheet.loggedAs")}{" "}
          <a className={referenceLook()} href={`/pledges/${step.pledge}`}>
            {step.pledge}
          </a>
          <CoalitionMark reference={step.pledge} />
        </>
      )}
    </p>
  );
}
