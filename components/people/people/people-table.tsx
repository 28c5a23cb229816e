import { StatusMark } from "@/components/ui/marks/mark";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { KnownPerson } from "@/lib/domain/people/person";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("people");
const domain = translator("domain");

export function PeopleTable({ people }: { people: readonly KnownPerson[] }) {
  return (
    <Ledger
      lines="normal"
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: t("person"),
          names: true,
          phone: "name",
          whole: ({ name, email }) => `${name}, ${email}`,
          cell: ({ id, name, email }) => (
            <>
              <a href={`/admin/people/${id}`}>
                <b>{name}</b>
              </a>{" "}
              <span className="text-muted">{email}</span>
            </>
          ),
        },
        {
          heading: t("role"),
          headClassName: "w-64",
          phone: "text",
          whole: ({ role, sealed }) => [domain(`role.${role}`), ...(sealed ? [t("cleared")] : [])].join(", "),
          cell: ({ role, sealed }) => (
            <>
              {domain(`role.${role}`)}
              {sealed ? <span className="text-muted"> {t("cleared")}</span> : null}
            </>
          ),
        },
        {
          heading: t("desk"),
          headClassName: "w-40",
          whole: ({ role, desk }) => (role === "OFFICER" ? desk.join(" ") || t("noDesk") : null),
          cell: ({ role, desk }) =>
            role === "OFFICER" ? desk.join(" ") || t("noDesk") : <span className="text-muted">–</span>,
        },
        {
          heading: t("lastSeen"),
          headClassName: "w-44 in-data-peek:hidden",
          className: "in-data-peek:hidden",
          phone: "due",
          cell: ({ lastSeenAt: at }) =>
            at ? shortMoment(at) : <span className="text-muted">{t("never")}</span>,
        },
        {
          heading: t("secondFactor"),
          headClassName: "w-36 in-data-peek:hidden",
          className: "in-data-peek:hidden",
          cell: ({ secondFactorAt }) =>
            secondFactorAt ? (
              <StatusMark glyph="tick">{t("hasSecondFactor")}</StatusMark>
            ) : (
              <span className="text-muted">{t("noSecondFactor")}</span>
            ),
        },
        {
          heading: t("status"),
          headClassName: "w-44",
          phone: "end",
          cell: (person) => <PersonStatus person={person} />,
        },
      ]}
    />
  );
}

/** In use, waiting for its holder to come in, or disabled. */
export function PersonStatus({ person }: { person: KnownPerson }) {
  if (person.disabledAt !== null) return <StatusMark glyph="lock">{t("disabled")}</StatusMark>;
  return person.hasPassword || person.identity !== null ? (
    <StatusMark glyph="tick">{t("active")}</StatusMark>
  ) : (
    <StatusMark glyph="waiting">{t("noPassword")}</StatusMark>
  );
}
