import type { KnownPerson } from "@/lib/domain/people/person";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { Fact } from "@/components/ui/page/facts";
import { PersonStatus } from "./people-table";

const t = translator("people");
const domain = translator("domain");
const provider = translator("single-sign-on");

interface Props {
  person: KnownPerson;
  /** Whether there is single sign-on. */
  hasProvider: boolean;
}

export function PersonFacts({ person, hasProvider }: Props) {
  return (
    <dl data-short="" className="facts max-w-2xl">
      <Fact name={t("form.email")}>{person.email}</Fact>
      <Fact name={t("role")}>{domain(`role.${person.role}`)}</Fact>
      {person.role === "OFFICER" ? (
        <Fact name={t("desk")}>{person.desk.join(" ") || t("noDesk")}</Fact>
      ) : null}
      <Fact name={t("clearance")}>
        {person.sealed ? t("cleared") : <span className="text-muted">{t("notCleared")}</span>}
      </Fact>
      <Fact name={t("status")}>
        {person.disabledAt ? (
          t("disabledSince", { day: shortMoment(person.disabledAt) })
        ) : (
          <PersonStatus person={person} />
        )}
      </Fact>
      <Fact name={t("lastSignedIn")}>
        {person.lastSignedInAt ? shortMoment(person.lastSignedInAt) : t("never")}
      </Fact>
      <Fact name={t("lastSeen")}>{person.lastSeenAt ? shortMoment(person.lastSeenAt) : t("never")}</Fact>
      <Fact name={t("secondFactor")}>
        {person.secondFactorAt ? (
          t("secondFactorSince", { when: shortMoment(person.secondFactorAt) })
        ) : (
          <span className="text-muted">{t("noSecondFactor")}</span>
        )}
        {person.factorRemovedAt ? (
          <>
            <br />
            <span className="text-muted">
              {t("factorRemoved", { when: shortMoment(person.factorRemovedAt) })}
            </span>
          </>
        ) : null}
      </Fact>
      {hasProvider || person.identity ? (
        <Fact name={provider("person.label")}>
          {person.identity ? (
            provider("person.bound", { when: shortMoment(person.identity.boundAt) })
          ) : (
            <span className="text-muted">{provider("person.none")}</span>
          )}
        </Fact>
      ) : null}
      {person.aloneAt ? (
        <Fact name={t("power")}>{t("aloneSince", { when: shortMoment(person.aloneAt) })}</Fact>
      ) : null}
      <Fact name={t("created")}>{shortMoment(person.createdAt)}</Fact>
    </dl>
  );
}
