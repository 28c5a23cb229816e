// What keeps the register from running as it should, if anything does; each part leads to what to do.
import { linkTo } from "@/components/ui/link-to";
import { brokenParts, type Health } from "@/lib/domain/log/health";
import { translator } from "@/lib/i18n/translator";

const t = translator("system-status");

interface Props {
  health: Health;
  /** Alarms that aren't over. */
  alarms: number;
  /** Proposals for accounts that wait for a decision. */
  proposals: number;
  isMailStuck: boolean;
}

export function SystemStatusHeadline({ health, alarms, proposals, isMailStuck }: Props) {
  const parts = brokenParts(health).length;
  return (
    <p className="headline">
      {parts === 0 && alarms === 0 && !isMailStuck ? t("headline.well") : null}
      {alarms === 0 ? null : <>{t.rich("headline.alarms", { count: alarms, alarms: linkTo("#alarms") })} </>}
      {parts === 0 ? null : t.rich("headline.parts", { count: parts, health: linkTo("#health") })}
      {isMailStuck ? <> {t.rich("headline.mail", { mail: linkTo("#mail") })}</> : null}
      {proposals === 0 ? null : (
        <> {t.rich("headline.proposals", { count: proposals, proposals: linkTo("/review/accounts") })}</>
      )}
    </p>
  );
}
