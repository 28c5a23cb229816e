// Whether the record holds, and what an auditor has to look at. Each figure leads to its rows.
import { findingsHref } from "@/components/oversight/findings/view";
import { accessHref, WHOLE_ACCESS_LOG } from "@/components/oversight/access/view";
import { linkTo } from "@/components/ui/link-to";
import type { LogStatus } from "@/lib/domain/log/log-status";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("record-state");

export function RecordHeadline({
  log,
  findings,
  failed,
}: {
  log: LogStatus;
  /** Open findings, and sign-ins that failed in the last 24 hours. */
  findings: number;
  failed: number;
}) {
  const failures = accessHref({ ...WHOLE_ACCESS_LOG, kind: ["SIGN_IN_FAILED"] });
  return (
    <p className="headline">
      {sealedWords(log)}
      {/* When the log contradicts what was signed, nothing else matters. */}
      {log.fault === "behind" ? null : (
        <>
          {findings > 0 ? (
            <> {t.rich("headline.findings", { count: findings, findings: linkTo(findingsHref({})) })}</>
          ) : null}
          {failed > 0 ? <> {t.rich("headline.failed", { count: failed, failed: linkTo(failures) })}</> : null}
        </>
      )}
    </p>
  );
}

function sealedWords({ entries, checkpoint, fault, faultSize }: LogStatus) {
  const log = linkTo("/audit");
  if (fault === "behind") return t.rich("headline.behind", { size: numberInWords(faultSize ?? 0), log });
  if (entries === 0) return t("headline.empty");
  if (checkpoint === null) return t.rich("headline.unsealed", { log });
  return t.rich("headline.sealed", { size: numberInWords(checkpoint.size), log });
}
