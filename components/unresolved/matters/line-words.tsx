// What a line says: what it is, why it is here, whom it concerns, since when, and the one next action.
import type { ReactNode } from "react";
import type { Day } from "@/lib/domain/base/day";
import type { MatterKind, ShownMatter } from "@/lib/domain/unresolved/what-matters";
import { dayInWords } from "@/lib/i18n/dates";
import { fieldWords } from "@/lib/i18n/words/domain-words";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { amountWords, figureLine } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";
import { askAbout, heldWords, type NextStepLink, type HeldWords, type LineGiven } from "./held-words";
import { someOf } from "./some-of";

const t = translator("matters");

export interface MatterLine extends HeldWords {
  why: ReactNode;
  /** Participants, by code. */
  who: readonly string[];
  since: Day;
}

type Of<Kind extends MatterKind> = Extract<ShownMatter, { kind: Kind }>;

const LINES: { [Kind in MatterKind]: (matter: Of<Kind>, given: LineGiven) => MatterLine } = {
  "holds-up": (matter, given) => ({
    ...heldWords(matter, given),
    why: (
      <>
        {heldReason(matter, given)}
        {matter.contradicted.length === 0
          ? null
          : ` ${t("holdsUp.contradicted", { count: matter.contradicted.length })}`}
      </>
    ),
    who: matter.participants,
    since: matter.since,
  }),
  lacks: ({ requirement, coverage, steps, unresolved }, given) => {
    const { need, measure, firm, offers } = coverage;
    const { day, date } = requirement.neededBy;
    const href = `/requirements/${requirement.reference}`;
    const counting = offers.filter(({ counts }) => counts !== null);
    const made = offers.filter(({ offer }) => offer.withdrawn === null).length;
    const [first] = steps;
    return {
      reference: requirement.reference,
      what: t("lacks.title", {
        title: requirement.title,
        firm: figureLine(firm, measure),
        need: amountWords(need, measure),
      }),
      href,
      why: (
        <>
          {t.rich(`lacks.reason.${day !== null ? "day" : date !== null ? "date" : "none"}`, {
            day: day ?? 0,
            date: date === null ? "" : dayInWords(date),
            b: bold,
          })}{" "}
          {first
            ? t(`lacks.step.${first.step}`, { names: named(steps, first.step, given) })
            : counting.length > 0
              ? t("lacks.noStep")
              : t("lacks.noOffer", { count: made })}
        </>
      ),
      who: [...new Set(counting.map(({ pledge }) => pledge.participant))],
      since: unresolved[0]?.since ?? given.today,
      action: first
        ? first.step === "number" && given.mayAct
          ? { label: t("action.number"), href: askAbout(first.reference, "NO_QUANTITY") }
          : openPledge(first.reference)
        : made === 0 && given.mayAct
          ? { label: t("action.find"), href: `${href}/offer` }
          : { label: t("action.offers"), href },
    };
  },
  due: ({ what, on, reference, participant, title, about, id }, { today, mayAct }) => {
    const isLate = on < today;
    const href =
      what === "question"
        ? `/questions/${id ?? ""}`
        : what === "vote" || what === "mandate"
          ? `/pledges/${reference}/approvals/${id ?? ""}`
          : `/pledges/${reference}`;
    const isResult = what === "vote" && isLate && mayAct;
    return {
      reference,
      what: t(`due.${isLate ? "late" : "soon"}.${what}`, { about: about ?? title, day: dayInWords(on) }),
      href,
      why: <b>{title}</b>,
      who: [participant],
      since: on,
      action: { label: isResult ? t("action.result") : t("action.open"), href },
    };
  },
  disputed: ({ reference, participant, title, field, claims, publisher, since }, { mayAct }) => {
    const href = `/pledges/${reference}/disputes/${field}`;
    return {
      reference,
      what: t("disputed.title", { publisher, field: inSentence(fieldWords(field)), title }),
      href,
      why: t.rich(claims === "" ? "disputed.reasonWithout" : "disputed.reason", { claims, b: bold }),
      who: [participant],
      since,
      action: { label: t(mayAct ? "action.rule" : "action.read"), href },
    };
  },
};

export const matterLine = (matter: ShownMatter, given: LineGiven): MatterLine =>
  (LINES[matter.kind] as (matter: ShownMatter, given: LineGiven) => MatterLine)(matter, given);

const bold = (inside: ReactNode): ReactNode => <b>{inside}</b>;

function heldReason({ pledges, participants, inferred }: Of<"holds-up">, { names }: LineGiven): ReactNode {
  const key =
    inferred.length === pledges.length ? "allInferred" : inferred.length > 0 ? "someInferred" : "reason";
  return t.rich(`holdsUp.${key}`, {
    pledges: pledges.length,
    names: someOf(participants, names),
    inferred: inferred.length,
    b: bold,
  });
}

const openPledge = (reference: string): NextStepLink => ({
  label: t("action.open"),
  href: `/pledges/${reference}`,
});

const named = (steps: Of<"lacks">["steps"], step: string, given: LineGiven): string =>
  someOf(
    [...new Set(steps.filter((one) => one.step === step).map(({ participant }) => participant))],
    given.names,
  );
