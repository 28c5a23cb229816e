import type { KnownPerson } from "@/lib/domain/people/person";
import { translator } from "@/lib/i18n/translator";
import { momentIn } from "@/lib/i18n/dates";
import { Fact } from "@/components/ui/page/facts";
import { PersonStatus } from "./people-table";

const t = translator("people");
const domain = translator("domain");
const provider = translator("single-sign-on");

interface Props {
  person: KnownPerson;
  timeZone: string;
  /** Whether there is single sign-on. */
  hasProvider: boolean;
}

export function PersonFacts({ person, timeZone, hasProvider }: Props) {
  const when = (at: string) => momentIn(timeZone, at);
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
          t("disabledSince", { day: when(person.disabledAt) })
        ) : (
          <PersonStatus person={person} />
        )}
      </Fact>
      <Fact name={t("lastSignedIn")}>{person.lastSignedInAt ? when(person.lastSignedInAt) : t("never")}</Fact>
      <Fact name={t("lastSeen")}>{person.lastSeenAt ? when(person.lastSeenAt) : t("never")}</Fact>
      <Fact name={t("secondFactor")}>
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
      </Fact>
      {hasProvider || person.identity ? (
        <Fact name={provider("person.label")}>
          {person.identity ? (
            provider("person.bound", { when: when(person.identity.boundAt) })
          ) : (
            <span className="text-muted">{provider("person.none")}</span>
          )}
        </Fact>
      ) : null}
      {person.aloneAt ? (
        <Fact name={t("power")}>{t("aloneSince", { when: when(person.aloneAt) })}</Fact>
      ) : null}
      <Fact name={t("created")}>{when(person.createdAt)}</Fact>
    </dl>
  );
}
