import type { Actor } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { Fact } from "@/components/ui/page/facts";

const t = translator("profile");
const domain = translator("domain");
const shell = translator("shell");

/** `names`: names of participants, by code. */
export function AccountFacts({ actor, names }: { actor: Actor; names: Readonly<Record<string, string>> }) {
  const desk = actor.desk.map((code) => names[code] ?? code).join(", ");
  return (
    <>
      <dl className="facts">
        <Fact name={t("name")}>{actor.name}</Fact>
        <Fact name={t("email")}>{actor.email}</Fact>
        <Fact name={t("role")}>{domain(`role.${actor.role}`)}</Fact>
        <Fact name={actor.role === "OFFICER" ? t("desk") : t("scope")}>
          {actor.role === "OFFICER" ? desk || t("noDesk") : shell(`scope.${actor.role}`)}
        </Fact>
      </dl>
      <p className="text-muted mt-2">{t("kept")}</p>
    </>
  );
}
