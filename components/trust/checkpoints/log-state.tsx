import { CopyText } from "@/components/history/audit/copy-text";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { LogStatus } from "@/lib/domain/log/log-status";
import { numberInWords } from "@/lib/i18n/numbers";
import { relativeMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { ClockState } from "./clock-state";
import { Refusals, Witnesses } from "./witnesses";

const t = translator("checkpoints");

/** How far the log is sealed, and where copies went. `now` and all moments are true time, not the register's. */
export function LogState({ state }: { state: LogStatus }) {
  const { checkpoint, entries, unsealed, now } = state;
  const since = (at: string): string => relativeMoment(now, at);
  const n = (count: number): string => numberInWords(count);
  return (
    <Section id="log-state" title={t("title")}>
      {state.fault === "behind" ? (
        <p className={noticeLook("warn")}>{t("behind", { size: n(state.faultSize ?? 0) })}</p>
      ) : null}
      <Refusals witnesses={state.witnesses} since={since} />
      {state.fault === "failed" ? <p className={noticeLook("warn")}>{t("failed")}</p> : null}
      <ClockState clock={state.clock} />
      <p>
        {entries === 0
          ? t("empty")
          : checkpoint === null
            ? t("unsealed", { entries })
            : t("sealed", { size: n(checkpoint.size), when: since(checkpoint.sealedAt) })}{" "}
        {checkpoint !== null && unsealed > 0 && state.unsealedSince !== null
          ? t("waiting", { count: unsealed, when: since(state.unsealedSince) })
          : null}{" "}
        {state.late && state.fault === null ? <b>{t("late")}</b> : null}
      </p>
      <Witnesses witnesses={state.witnesses} since={since} />
      {state.copies.length === 0 ? (
        <p className="text-muted">{t(state.witnesses.length === 0 ? "copies.none" : "copies.noneBeside")}</p>
      ) : (
        <ul className="plain">
          {state.copies.map((copy) => (
            <li key={copy.sink}>{copyWords(copy, since)}</li>
          ))}
        </ul>
      )}
      {checkpoint === null ? null : (
        <details className="mt-3">
          <summary className={buttonLook()}>{t("show")}</summary>
          <Copyable what={t("note")} text={checkpoint.note} meaning={t("noteText")} />
          <Copyable
            what={t(state.keys.length === 1 ? "key" : "keys")}
            text={state.keys.join("\n")}
            meaning={t("keyText")}
          />
        </details>
      )}
    </Section>
  );
}

function Copyable({ what, text, meaning }: { what: string; text: string; meaning: string }) {
  const words = { copy: t("copy"), copied: t("copied"), label: t("copyWhat", { what }) };
  return (
    <div className="mt-3">
      <p>
        <b>{what}</b> <CopyText text={text} words={words} />
      </p>
      <p className="text-caption text-muted">{meaning}</p>
      <pre className="leaf" tabIndex={0} role="region" aria-label={what}>
        {text}
      </pre>
    </div>
  );
}

function copyWords(
  { sink, size, copiedAt, fault, old }: LogStatus["copies"][number],
  since: (at: string) => string,
): string {
  if (fault !== null) {
    const last = copiedAt === null ? t("copies.never") : t("copies.last", { when: since(copiedAt) });
    return t("copies.failing", { sink, fault, last });
  }
  const params = {
    sink,
    size: numberInWords(size ?? 0),
    when: copiedAt === null ? "" : since(copiedAt),
  };
  return t(old ? "copies.old" : "copies.ok", params);
}
