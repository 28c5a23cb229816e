import type { ReactNode } from "react";
import { Ago } from "@/components/tables/ago";
import { Ledger } from "@/components/ui/ledger/ledger";
import { codeLook } from "@/components/ui/looks";
import { StatusMark } from "@/components/ui/marks/mark";
import type { AccessEntry } from "@/lib/domain/log/access";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { accessHref, type AccessView } from "./view";
import { failureWords } from "./words";

const t = translator("access");
const domain = translator("domain");

interface Given {
  entries: readonly AccessEntry[];
  view: AccessView;
  at: string;
}

export function AccessTable({ entries, view, at }: Given) {
  return (
    <Ledger
      caption={t("caption")}
      lines="normal"
      rows={entries}
      rowKey={({ seq }) => seq}
      columns={[
        {
          heading: t("column.at"),
          names: true,
          headClassName: "w-64",
          phone: "end",
          cell: (entry) => <Ago at={entry.at} now={at} />,
        },
        {
          heading: t("column.kind"),
          headClassName: "w-80",
          phone: "name",
          whole: ({ kind, code }) => [t(`kind.${kind}`), failureWords(code)].filter(Boolean).join(", "),
          cell: (entry) => <What entry={entry} />,
        },
        {
          heading: t("column.person"),
          headClassName: "w-68",
          phone: "text",
          whole: ({ person }) => person && person.name,
          cell: (entry) => (
            <>
              <Who entry={entry} view={view} />
              <Aside narrow="md:hidden">
                <Where {...entry} />
              </Aside>
            </>
          ),
        },
        {
          heading: t("column.address"),
          headClassName: "w-36",
          phone: "due",
          whole: ({ address }) => address,
          cell: ({ address }) => (
            <a className={codeLook()} href={accessHref({ ...view, address })}>
              {address}
            </a>
          ),
        },
        {
          heading: t("column.path"),
          whole: ({ method, path }) => path && `${method ?? ""} ${path}`,
          cell: Where,
        },
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
function What({ entry: { kind, code, count, since } }: { entry: AccessEntry }) {
  const why = failureWords(code);
  return (
    <>
      <StatusMark glyph={GLYPHS[kind]}>{t(`kind.${kind}`)}</StatusMark>
      {why === null ? null : <Aside>{why}</Aside>}
      {since === null ? null : <Aside>{t("more", { count, since: shortMoment(since) })}</Aside>}
    </>
  );
}

const Aside = ({ narrow = "", children }: { narrow?: string; children: ReactNode }) => (
  <span className={`inline-block pl-2 align-top text-muted ${narrow}`}>{children}</span>
);

/** Name and role at the time. A failed sign-in names the account that was tried, not the person who tried it. */
function Who({ entry, view }: { entry: AccessEntry; view: AccessView }) {
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
    <>
      {kind === "SIGN_IN_FAILED" ? <span className="text-muted">{t("tried")} </span> : null}
      {name}
      <Aside narrow="max-md:hidden">{person.name.startsWith(role) ? (person.email ?? role) : role}</Aside>
    </>
  );
}

/** Signing in always has the same path, so it isn't shown. */
function Where({ kind, method, path }: AccessEntry) {
  if (path === null || kind === "SIGN_IN" || kind === "SIGN_IN_FAILED")
    return <span className="text-muted">–</span>;
  return (
    <span className={codeLook()}>
      {method} {path}
    </span>
  );
}
