import type { ReactNode } from "react";
import { codeLook } from "@/components/ui/looks";
import type { LogEntryDetails } from "@/lib/domain/log/logged";
import { numberInWords } from "@/lib/i18n/numbers";
import type { Messages } from "@/lib/i18n/message-files";
import { translator } from "@/lib/i18n/translator";
import { Fact, SideFacts } from "@/components/ui/page/facts";
import { auditHref, entryHref, WHOLE_LOG } from "./view";

const t = translator("audit");
const domain = translator("domain");

/** The entry's own fields, verbatim. */
export function EntryFacts({ entry }: { entry: LogEntryDetails }) {
  const { at, recordedAt, actor, action, record, txid, session, request } = entry;
  const code = (text: string | number) => <span className={codeLook()}>{text}</span>;
  const rows: [keyof Messages["audit"]["entry"]["fact"], ReactNode][] = [
    ["at", code(at)],
    ["recordedAt", code(recordedAt)],
    [
      "actor",
      <>
        <a href={auditHref({ ...WHOLE_LOG, actor: actor.id })}>{actor.name}</a>,{" "}
        {domain(`role.${actor.role}`)}
        <br />
        {code(actor.id)}
      </>,
    ],
    ["action", code(action)],
    ["type", t(`type.${record.type}`)],
    ["id", code(record.id)],
    ["version", record.version],
    ["txid", code(txid)],
    ["session", session === null ? t("entry.noSession") : code(session)],
    ["request", request === null ? t("entry.noSession") : code(request)],
  ];
  return (
    <SideFacts title={t("entry.facts")} className={NARROW}>
      {rows.map(([name, value]) => (
        <Fact key={name} name={t(`entry.fact.${name}`)}>
          {value}
        </Fact>
      ))}
    </SideFacts>
  );
}

/** Links to the neighbouring entries, of the same record and of the log. */
export function EntryLinks({ entry: { record, ofRecord, ofLog } }: { entry: LogEntryDetails }) {
  const { type, id, reference } = record;
  return (
    <SideFacts
      id="beside"
      title={t("entry.beside")}
      className={NARROW}
      more={
        <>
          <p className="mt-3 min-h-6.5">
            <a href={auditHref({ ...WHOLE_LOG, record: id })}>{t("entry.whole")}</a>
          </p>
          {type === "pledge" && reference !== null ? (
            <p className="min-h-6.5">
              <a href={auditHref({ ...WHOLE_LOG, record: reference })}>
                {t("entry.aboutPledge", { reference })}
              </a>
            </p>
          ) : null}
        </>
      }
    >
      <Fact name={t("entry.ofRecord")}>
        <Neighbours {...ofRecord} />
      </Fact>
      <Fact name={t("entry.ofLog")}>
        <Neighbours {...ofLog} />
      </Fact>
    </SideFacts>
  );
}

const NARROW = "facts grid-cols-[112px_minmax(0,1fr)]";

const Neighbours = ({ previous, next }: LogEntryDetails["ofLog"]) => (
  <>
    <Neighbour name="previous" seq={previous} />
    <Neighbour name="next" seq={next} />
  </>
);

function Neighbour({ name, seq }: { name: "previous" | "next"; seq: number | null }) {
  return (
    <p className="min-h-6.5">
      {seq === null ? (
        <span className="text-muted">{t(name === "previous" ? "entry.noPrevious" : "entry.noNext")}</span>
      ) : (
        <a href={entryHref(seq)}>{t(`entry.${name}`, { seq: numberInWords(seq) })}</a>
      )}
    </p>
  );
}
