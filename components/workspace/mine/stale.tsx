// Pledges that need confirming: ticked and confirmed together.
import { isCoalitionOnly } from "@/lib/i18n/coalition-only";
import { AskLink } from "@/components/oversight/questions/ask-link";
import type { Asking } from "@/components/oversight/questions/asking";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";
import { Reconfirm } from "./reconfirm";

const t = translator("mine");

interface Props {
  items: readonly UnresolvedRow[];
  count: number;
  email: string;
  asking: Asking | null;
  today: Day;
}

/** As many as one request can confirm. */
const SHOWN = 100;

export function Stale({ items, count, email, asking, today }: Props) {
  const { refusedFor, ...words } = currentMessages().mine.reconfirm;
  const rows = items.slice(0, SHOWN).map((item) => ({
    reference: item.reference ?? "",
    title: item.title ?? "",
    isCoalitionOnly: isCoalitionOnly(item.reference ?? ""),
    what: itemWords(item).what,
    ask: <AskLink item={item} asking={asking} />,
    age: t("days", { days: daysBetween(item.since, today) }),
  }));
  return (
    <section className="sec" aria-labelledby="mine-STALE">
      <header>
        <h2 id="mine-STALE">{t("urgency.STALE")}</h2>
        <p>{t("count", { count })}</p>
      </header>
      <Reconfirm
        rows={rows}
        words={{ ...currentMessages().form, ...words, title: t("urgency.STALE") }}
        why={refusedFor}
      />
      {count > rows.length ? (
        <p className="pager">
          <a href={asOfHref(viewHref("/unresolved", { code: "STALE", owner: email }))}>
            {t("more", { count: count - rows.length })}
          </a>
        </p>
      ) : null}
    </section>
  );
}
