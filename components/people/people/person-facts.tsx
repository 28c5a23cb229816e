import type { KnownPerson } from "@/lib/domain/people/person";
import { translator } from "@/lib/i18n/translator";
import { momentIn } from "@/lib/i18n/dates";
import { PersonStatus } from "./people-table";

const t = translator("people");
const domain = translator("domain");
const provider = translator("single-sign-on");

interface Props {
  person: KnownPerson;
  timeZone: string;
  /** There is single sign-on. */
  hasProvider: boolean;
}

export function PersonFacts({ person, timeZone, hasProvider }: Props) {
  const when = (at: string) => momentIn(timeZone, at);
  return (
    <dl data-short="" className="facts max-w-2xl">
      <dt>{t("form.email")}</dt>
      <dd>{person.email}</dd>
      <dt>{t("role")}</dt>
      <dd>{domain(`role.${person.role}`)}</dd>
      {person.role === "OFFICER" ? (
        <>
          <dt>{t("desk")}</dt>
          <dd>{person.desk.join(" ") || t("noDesk")}</dd>
        </>
      ) : null}
      <dt>{t("clearance")}</dt>
      <dd>{person.sealed ? t("cleared") : <span className="text-muted">{t("notCleared")}</span>}</dd>
      <dt>{t("status")}</dt>
      <dd>
        {person.disabledAt ? (
          t("disabledSince", { day: when(person.disabledAt) })
        ) : (
          <PersonStatus person={person} />
        )}
      </dd>
      <dt>{t("lastSignedIn")}</dt>
      <dd>{person.lastSignedInAt ? when(person.lastSignedInAt) : t("never")}</dd>
      <dt>{t("lastSeen")}</dt>
      <dd>{person.lastSeenAt ? when(person.lastSeenAt) : t("never")}</dd>
      <dt>{t("secondFactor")}</dt>
      <dd>
        {person.secondFactorAt ? (
          t("secondFactorSince", { when: when(person.secondFactorAt) })
        ) : (
          <span className="text-muted">{t("noSecondFactor")}</span>
        )}
        {person.factorRemovedAt ? (
          <>
            <br />
            <span className="text-muted">{t("factorRemoved", { when: when(person.factorRemovedAt) })}</span>
          </>
        ) : null}
      </dd>
      {hasProvider || person.identity ? (
        <>
          <dt>{provider("person.label")}</dt>
          <dd>
            {person.identity ? (
              provider("person.bound", { when: when(person.identity.boundAt) })
            ) : (
              <span className="text-muted">{provider("person.none")}</span>
            )}
          </dd>
        </>
      ) : null}
      {person.aloneAt ? (
        <>
          <dt>{t("power")}</dt>
          <dd>{t("aloneSince", { when: when(person.aloneAt) })}</dd>
        </>
      ) : null}
      <dt>{t("created")}</dt>
      <dd>{when(person.createdAt)}</dd>
    </dl>
  );
}
