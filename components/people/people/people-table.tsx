import { StatusMark } from "@/components/ui/marks/mark";
import type { KnownPerson } from "@/lib/domain/people/person";
import { translator } from "@/lib/i18n/translator";
import { momentIn } from "@/lib/i18n/when";

const t = translator("people");
const domain = translator("domain");

export function PeopleTable({ people, timeZone }: { people: readonly KnownPerson[]; timeZone: string }) {
  return (
    <table className="ledger stack">
      <thead>
        <tr>
          <th scope="col">{t("person")}</th>
          <th scope="col">{t("role")}</th>
          <th scope="col">{t("desk")}</th>
          <th scope="col">{t("lastSeen")}</th>
          <th scope="col">{t("secondFactor")}</th>
          <th scope="col">{t("status")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <a href={`/admin/people/${person.id}`}>
                <b>{person.name}</b>
              </a>
              <br />
              <span className="muted">{person.email}</span>
            </th>
            <td data-l={t("role")}>
              <span>
                {domain(`role.${person.role}`)}
                {person.sealed ? (
                  <>
                    <br />
                    <span className="muted">{t("cleared")}</span>
                  </>
                ) : null}
              </span>
            </td>
            <td data-l={t("desk")}>
              {person.role === "OFFICER" ? (
                person.desk.join(" ") || t("noDesk")
              ) : (
                <span className="muted">–</span>
              )}
            </td>
            <td data-l={t("lastSeen")} className={person.lastSeenAt ? undefined : "muted"}>
              {person.lastSeenAt ? momentIn(timeZone, person.lastSeenAt) : t("never")}
            </td>
            <td data-l={t("secondFactor")}>
              {person.secondFactorAt ? (
                <StatusMark glyph="tick">{t("hasSecondFactor")}</StatusMark>
              ) : (
                <span className="muted">{t("noSecondFactor")}</span>
              )}
            </td>
            <td data-l={t("status")}>
              <PersonStatus person={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
