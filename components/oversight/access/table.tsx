import { Ago } from "@/components/tables/ago";
import { Ledger } from "@/components/ui/ledger/ledger";
import { codeLook } from "@/components/ui/looks";
import { StatusMark } from "@/components/ui/marks/mark";
import type { AccessEntry } from "@/lib/domain/log/access";
import { translator } from "@/lib/i18n/translator";
import { momentIn } from "@/lib/i18n/dates";
import { accessHref, type AccessView } from "./view";
import { failureWords } from "./words";

const t = translator("access");
const domain = translator("domain");

interface Given {
  entries: readonly AccessEntry[];
  view: AccessView;
  at: string;
  timeZone: string;
}

export function AccessTable({ entries, view, at, timeZone }: Given) {
  return (
    <Ledger
      caption={t("caption")}
      rows={entries}
      rowKey={({ seq }) => seq}
      columns={[
        {
          heading: t("column.at"),
          names: true,
          className: "whitespace-nowrap",
          cell: (entry) => <Ago at={entry.at} now={at} timeZone={timeZone} />,
        },
        { heading: t("column.kind"), cell: (entry) => <What entry={entry} timeZone={timeZone} /> },
        { heading: t("column.person"), cell: (entry) => <Whoever entry={entry} view={view} /> },
        {
          heading: t("column.address"),
          cell: ({ address }) => (
            <a className={codeLook()} href={accessHref({ ...view, address })}>
              {address}
            </a>
          ),
        },
        { heading: t("column.path"), className: "documents", cell: Where },
      ]}
    />
  );
}

const GLYPHS = {
  SIGN_IN: "tick",
  SIGN_IN_FAILED: "x",
  REFUSAL: "lock",
  EXPORT: "down",
  DOWNLOAD: "down",
  SEALED_READ: "lock",
} as const;

/** What happened, and why it was refused; for entries that were only counted, how many. */
function What({ entry: { kind, code, count, since }, timeZone }: { entry: AccessEntry; timeZone: string }) {
  const why = failureWords(code);
  return (
    <div>
      <StatusMark glyph={GLYPHS[kind]}>{t(`kind.${kind}`)}</StatusMark>
      {why === null ? null : (
        <>
          <br />
          <span className="text-muted">{why}</span>
        </>
      )}
      {since === null ? null : (
        <>
          <br />
          <span className="text-muted">{t("more", { count, since: momentIn(timeZone, since) })}</span>
        </>
      )}
    </div>
  );
}

/** Name and role at the time. A failed sign-in names the account that was tried, not the person who tried it. */
function Whoever({ entry, view }: { entry: AccessEntry; view: AccessView }) {
  const { person, account, kind } = entry;
  if (person === null)
    return (
      <span className="text-muted">
        {account === null ? t("nobody") : t("unknownAccount", { mark: account })}
      </span>
    );
  const name =
    person.email === null ? (
      person.name
    ) : (
      <a href={accessHref({ ...view, person: person.email })}>{person.name}</a>
    );
  const role = domain(`role.${person.role}`);
  return (
    <div>
      {kind === "SIGN_IN_FAILED" ? <span className="text-muted">{t("tried")} </span> : null}
      {name}
      <br />
      <span className="text-muted">{person.name.startsWith(role) ? (person.email ?? role) : role}</span>
    </div>
  );
}

/** Signing in always has the same path, so it isn't shown. */
function Where({ kind, method, path }: AccessEntry) {
  if (path === null || kind === "SIGN_IN" || kind === "SIGN_IN_FAILED")
    return <span className="text-muted">–</span>;
  return (
    <span className={codeLook("wrap-anywhere overflow-hidden")}>
      {method} {path}
    </span>
  );
}
