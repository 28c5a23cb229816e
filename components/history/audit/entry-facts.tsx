import { Fragment, type ReactNode } from "react";
import { codeLook } from "@/components/ui/looks";
import type { LogSheet } from "@/lib/domain/log/logged";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator, type Messages } from "@/lib/i18n/translator";
import { auditHref, entryHref, WHOLE_LOG } from "./view";

const t = translator("audit");
const domain = translator("domain");

/** The entry's own fields, verbatim. */
export function EntryFacts({ sheet }: { sheet: LogSheet }) {
  const { at, recordedAt, actor, action, record, txid, session, request } = sheet;
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
    <section
      className="max-md:first:order-0 max-md:mt-8 max-md:pb-0 max-md:first:-order-1"
      aria-labelledby="facts"
    >
      <h2 id="facts">{t("entry.facts")}</h2>
      <dl className="facts grid-cols-[112px_minmax(0,1fr)] border-t border-t-rule">
        {rows.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{t(`entry.fact.${name}`)}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** Links to the neighbouring entries, of the same record and of the log. */
export function EntryLinks({ sheet: { record, ofRecord, ofLog } }: { sheet: LogSheet }) {
  const { type, id, reference } = record;
  return (
    <section
      className="max-md:first:order-0 max-md:mt-8 max-md:pb-0 max-md:first:-order-1"
      aria-labelledby="beside"
    >
      <h2 id="beside">{t("entry.beside")}</h2>
      <dl className="facts grid-cols-[112px_minmax(0,1fr)] border-t border-t-rule">
        {(
          [
            ["ofRecord", ofRecord],
            ["ofLog", ofLog],
          ] as const
        ).map(([name, { previous, next }]) => (
          <Fragment key={name}>
            <dt>{t(`entry.${name}`)}</dt>
            <dd>
              <Neighbour name="previous" seq={previous} />
              <Neighbour name="next" seq={next} />
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className="mt-3 min-h-6.5">
        <a href={auditHref({ ...WHOLE_LOG, record: id })}>{t("entry.whole")}</a>
      </p>
      {type === "pledge" && reference !== null ? (
        <p className="min-h-6.5">
          <a href={auditHref({ ...WHOLE_LOG, record: reference })}>{t("entry.aboutPledge", { reference })}</a>
        </p>
      ) : null}
    </section>
  );
}

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
