// Open findings about a record, and a link to note one.
import { buttonLook } from "@/components/ui/looks";
import type { KnownFinding } from "@/lib/domain/oversight/finding-details";
import { stateOf } from "@/lib/domain/oversight/finding";
import { recordKey, type RecordKey } from "@/lib/domain/oversight/record-key";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";
import { OpenAbout } from "../open-about";
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
    <OpenAbout
      id="findings"
      t={t}
      open={findings}
      add={
        mayNote ? (
          <a className={buttonLook("full w-full")} href={noteHref(about)}>
            {t("new")}
          </a>
        ) : null
      }
      moreHref={more ? findingsHref({ about: recordKey(about) }) : null}
      allHref={allOnHref(about)}
    >
      {({ finding }) => (
        <li key={finding.id}>
          <FindingStateMark state={stateOf(finding)} />
          <ReferenceLink href={`/findings/${finding.reference}`}>{finding.reference}</ReferenceLink>
          <p className="clip">{finding.text}</p>
        </li>
      )}
    </OpenAbout>
  );
}
