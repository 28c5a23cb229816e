import { noticeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { brokenParts, isWell, PARTS, stateCode, whyNotReady, type Health } from "@/lib/domain/log/health";
import { colon } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { Fact } from "@/components/ui/page/facts";

const t = translator("health");

/** What the register needs to work, the state of each part, and what to do where something is wrong. */
export function HealthFacts({ health }: { health: Health }) {
  const verdict =
    whyNotReady(health) !== null ? "unavailable" : brokenParts(health).length > 0 ? "degraded" : "ready";
  return (
    <Section id="health-title" title={t("title")} anchor="health">
      <p className="text-muted mb-4">{t("intro")}</p>
      <p className={noticeLook(verdict === "ready" ? "done" : "blocked")}>{t(`verdict.${verdict}`)}</p>
      <dl className="facts max-w-3xl">
        {PARTS.map((part) => {
          const code = stateCode(health, part);
          return (
            <PartFact
              key={part}
              name={t(`part.${part}`)}
              state={t.ofCode("state", code)}
              todo={isWell(health, part) || !t.has(`todo.${code}`) ? null : t.ofCode("todo", code)}
            />
          );
        })}
      </dl>
    </Section>
  );
}

function PartFact({ name, state, todo }: { name: string; state: string; todo: string | null }) {
  return (
    <Fact name={name}>
      {todo === null ? (
        state
      ) : (
        <>
          <b>{state}</b>
          <br />
          {t("todoIs")}
          {colon()} {todo}
        </>
      )}
    </Fact>
  );
}
