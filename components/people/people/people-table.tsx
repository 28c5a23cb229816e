import { StatusMark } from "@/components/ui/marks/mark";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { KnownPerson } from "@/lib/domain/people/person";
import { translator } from "@/lib/i18n/translator";
import { momentIn } from "@/lib/i18n/dates";

const t = translator("people");
const domain = translator("domain");

export function PeopleTable({ people, timeZone }: { people: readonly KnownPerson[]; timeZone: string }) {
  return (
    <Ledger
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: t("person"),
          names: true,
          cell: ({ id, name, email }) => (
            <>
              <a href={`/admin/people/${id}`}>
                <b>{name}</b>
              </a>
              <br />
              <span className="muted">{email}</span>
            </>
          ),
        },
        {
          heading: t("role"),
          cell: ({ role, sealed }) => (
            <span>
              {domain(`role.${role}`)}
              {sealed ? (
                <>
                  <br />
                  <span className="muted">{t("cleared")}</span>
                </>
              ) : null}
            </span>
          ),
        },
        {
          heading: t("desk"),
          cell: ({ role, desk }) =>
            role === "OFFICER" ? desk.join(" ") || t("noDesk") : <span className="muted">–</span>,
        },
        {
          heading: t("lastSeen"),
          cell: ({ lastSeenAt: at }) =>
            at ? momentIn(timeZone, at) : <span className="muted">{t("never")}</span>,
        },
        {
          heading: t("secondFactor"),
          cell: ({ secondFactorAt }) =>
            secondFactorAt ? (
              <StatusMark glyph="tick">{t("hasSecondFactor")}</StatusMark>
            ) : (
              <span className="muted">{t("noSecondFactor")}</span>
            ),
        },
        { heading: t("status"), cell: (person) => <PersonStatus person={person} /> },
      ]}
    />
  );
}

/** In use, waiting for a password, or disabled. */
export function PersonStatus({ person }: { person: KnownPerson }) {
  if (person.disabledAt !== null) return <StatusMark glyph="lock">{t("disabled")}</StatusMark>;
  return person.hasPassword ? (
    <StatusMark glyph="tick">{t("active")}</StatusMark>
  ) : (
    <StatusMark glyph="waiting">{t("noPassword")}</StatusMark>
  );
}
