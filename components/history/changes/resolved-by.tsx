// The change after which an item was resolved, in words.
import type { ResolvedRow } from "@/lib/domain/history/changes";
import { actionWords } from "@/lib/i18n/words/domain-words";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("changes");
const domain = translator("domain");

export function ResolvedBy({ row: { by } }: { row: ResolvedRow }) {
  if (by === null) return <span className="text-muted">{t("by.none")}</span>;
  const what = whatOf(by);
  return (
    <span>
      {by.about === null ? what : t("by.about", { about: by.about, what })}
      {by.reason === null ? null : (
        <>
          <br />
          <span className="text-muted">{by.reason}</span>
        </>
      )}
      <br />
      <span className="text-muted">{t("by.who", { who: by.actor.name, when: shortMoment(by.at) })}</span>
    </span>
  );
}

function whatOf({ stage, voided, action }: NonNullable<ResolvedRow["by"]>): string {
  if (voided) return t("by.voided");
  if (stage === null) {
    const words = actionWords(action);
    return `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
  }
  const to = domain(`stage.${stage.to}`);
  return stage.from === null
    ? t("by.logged", { to })
    : t("by.stage", { from: domain(`stage.${stage.from}`), to });
}
