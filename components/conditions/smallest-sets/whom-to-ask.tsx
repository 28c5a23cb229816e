import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import type { Ask } from "@/lib/domain/history/scenarios/smallest-sets/target";
import { translator } from "@/lib/i18n/translator";

const t = translator("smallest-sets");

interface Given {
  ask: readonly Ask[];
  names: Readonly<Record<string, string>>;
  /** Whether there is nothing else to do. */
  isAll: boolean;
}

/** Offers that might count for more. No decision tells how much, so their participants have to be asked. */
export function WhomToAsk({ ask, names, isAll }: Given) {
  if (ask.length === 0) return null;
  return (
    <>
      <h3 className="mt-4">{t(isAll ? "ask.only" : "ask.title")}</h3>
      <p className="text-muted">{t("ask.text")}</p>
      <ul className="note-list mt-2">
        {ask.map(({ pledge, participant, contribution, about, asStated }) => (
          <li key={`${pledge} ${contribution}`}>
            <span>
              <PledgeLink reference={pledge} />{" "}
              <b className="text-text">{names[participant] ?? participant}</b>{" "}
              <span className="text-muted">
                {t(`ask.${about}`)}
                {asStated === null ? null : ` ${t("ask.said", { words: asStated })}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
