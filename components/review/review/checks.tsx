// The rules in words, each with its outcome.
import { Glyph } from "@/components/ui/marks/glyph";
import { Section } from "@/components/ui/page/section";
import { EVIDENCE_REQUIREMENTS } from "@/lib/domain/pledge/evidence-requirements";
import type { ProposalCheck } from "@/lib/domain/proposals/checks";
import { measuredWords } from "@/lib/i18n/words/requirement-words";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { translator } from "@/lib/i18n/translator";

const t = translator("review");
const domain = translator("domain");

export function Checks({ checks }: { checks: readonly ProposalCheck[] }) {
  return (
    <Section id="checks" title={t("checks")} className="col-1">
      <ul className="checks">
        {checks.filter(isARule).map((check) => (
          <li
            key={checkKey(check)}
            className={`grid items-start grid-cols-[24px_minmax(0,1fr)] px-0 py-1.5 border-b border-b-rule ${toneOf(check)}`}
          >
            <Glyph
              name={
                check.override !== undefined
                  ? "x"
                  : check.ok
                    ? "tick"
                    : check.what === "unchanged"
                      ? "eye"
                      : "x"
              }
            />
            <span>
              {checkWords(check)} <span className="sr-only">({outcomeOf(check)})</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export const checkKey = ({ what, stage, approval, line, limit }: ProposalCheck): string =>
  [what, stage, approval?.body, line?.id, limit?.body, limit?.measure].join(" ");

/** Who may decide at all is shown below. */
const isARule = ({ what }: ProposalCheck): boolean => what !== "role" && what !== "open";

/** A check in one sentence, met or not. */
export function checkWords({ what, ok, stage, approval, line, limit, override }: ProposalCheck): string {
  const bar = what === "evidence" && stage !== undefined ? EVIDENCE_REQUIREMENTS[stage] : undefined;
  const name = what === "evidence" && (bar === undefined || stage === "SIGNALLED") ? "evidence-any" : what;
  const key = `check.${name}.${override !== undefined ? "overridden" : ok ? "yes" : "no"}`;
  if (!t.has(key)) return name;
  return t(key, {
    stage: stage === undefined ? "" : domain(`stage.${stage}`),
    kind: bar === undefined ? "" : domain(`evidenceKind.${bar}`),
    body: approval?.body ?? limit?.body ?? "",
    limit: limit ? measuredWords(limit.most, limit.measure) : "",
    line: line ? inSentence(domain(`contributionKind.${line.kind}`)) : "none",
    override: override ?? "",
    status: approval ? inSentence(domain(`approvalStatus.${approval.status}`)) : "",
  });
}

function outcomeOf({ what, ok, override }: ProposalCheck): string {
  if (override !== undefined) return t("overridden");
  if (ok) return t("met");
  return t(what === "unchanged" ? "look" : "notMet");
}

function toneOf({ what, ok, override }: ProposalCheck): string {
  if (override !== undefined) return "text-waiting-ink";
  if (ok) return "text-done-ink";
  return what === "unchanged" ? "text-waiting-ink" : "text-blocked-ink";
}
