// Open findings about a record, and a link to note one.
import { buttonLook } from "@/components/ui/looks";
import type { KnownFinding } from "@/lib/domain/oversight/finding-details";
import { stateOf } from "@/lib/domain/oversight/finding";
import { recordKey, type RecordKey } from "@/lib/domain/oversight/record-key";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";
import { noteHref } from "./record-href";
import { FindingStateMark } from "./state-mark";
import { allOnHref, findingsHref } from "./view";

const t = translator("findings");

export function FindingsOnRecord({
  about,
  findings,
  more,
  mayNote,
}: {
  about: RecordKey;
  findings: readonly KnownFinding[];
  more: boolean;
  mayNote: boolean;
}) {
  if (findings.length === 0 && !mayNote) return null;
  return (
    <section className="max-md:mt-8 max-md:pb-0 max-md:first:-order-1" aria-labelledby="findings">
      <h2 id="findings">{t("on.title")}</h2>
      {mayNote ? (
        <div className="acts gap-2 mb-2 max-md:grid-cols-[1fr_1fr]">
          <a className={buttonLook("full w-full")} href={noteHref(about)}>
            {t("new")}
          </a>
        </div>
      ) : null}
      {findings.length === 0 ? (
        <p className="text-muted">{t("on.none")}</p>
      ) : (
        <ul className="link-list">
          {findings.map(({ finding }) => (
            <li key={finding.id}>
              <FindingStateMark state={stateOf(finding)} />
              <ReferenceLink href={`/findings/${finding.reference}`}>{finding.reference}</ReferenceLink>
              <p className="clip">{finding.text}</p>
            </li>
          ))}
        </ul>
      )}
      <p className="text-caption text-muted">
        {more ? (
          <>
            <a href={findingsHref({ about: recordKey(about) })}>{t("on.more")}</a> ·{" "}
          </>
        ) : null}
        <a href={allOnHref(about)}>{t("on.all")}</a>
      </p>
    </section>
  );
}
