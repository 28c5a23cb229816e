import type { Actor } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";

const t = translator("profile");
const domain = translator("domain");
const shell = translator("shell");

/** `names`: names of participants, by code. */
export function AccountFacts({ actor, names }: { actor: Actor; names: Readonly<Record<string, string>> }) {
  const desk = actor.desk.map((code) => names[code] ?? code).join(", ");
  return (
    <>
      <dl className="facts">
        <dt>{t("name")}</dt>
        <dd>{actor.name}</dd>
        <dt>{t("email")}</dt>
        <dd>{actor.email}</dd>
        <dt>{t("role")}</dt>
        <dd>{domain(`role.${actor.role}`)}</dd>
        <dt>{actor.role === "OFFICER" ? t("desk") : t("scope")}</dt>
        <dd>{actor.role === "OFFICER" ? desk || t("noDesk") : shell(`scope.${actor.role}`)}</dd>
      </dl>
      <p className="text-muted mt-2">{t("kept")}</p>
    </>
  );
}
