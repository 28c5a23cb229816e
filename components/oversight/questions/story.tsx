// Entries in their order: each with author, moment and its event in the log.
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { Section } from "@/components/ui/page/section";
import type { QuestionStep } from "@/lib/domain/oversight/question-details";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";
import { ReferenceLink } from "@/components/ui/link-to";
import { StoryStep } from "../story-step";

const t = translator("questions");

interface Given {
  story: readonly QuestionStep[];
  /** Names of the evidence that answers cite, by id. */
  pieces: ReadonlyMap<string, string>;
  /** The pledge that the evidence belongs to. */
  pledge: string | null;
  at: string;
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

function Step({ step, pieces, pledge, ...shared }: Omit<Given, "story"> & { step: QuestionStep }) {
  return (
    <StoryStep
      step={step}
      did={t(`does.${step.does}`)}
      event={t("sheet.event", { seq: step.seq })}
      {...shared}
    >
      {step.does === "ask" ? null : <p className="said">{step.text}</p>}
      <StepNote step={step} pieces={pieces} pledge={pledge} />
    </StoryStep>
  );
}

/** When an answer came and where it is on record; for a reopened question, the new due date. */
function StepNote({ step, pieces, pledge }: Pick<Given, "pieces" | "pledge"> & { step: QuestionStep }) {
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
          {t("sheet.loggedAs")} <ReferenceLink href={`/pledges/${step.pledge}`}>{step.pledge}</ReferenceLink>
          <CoalitionMark reference={step.pledge} />
        </>
      )}
    </p>
  );
}
