// Pledges that need confirming: ticked and confirmed together, those that rest on one document by one tick.
import { isCoalitionOnly } from "@/lib/i18n/coalition-only";
import { AskLink } from "@/components/oversight/questions/ask-link";
import type { Asking } from "@/components/oversight/questions/asking";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { Section } from "@/components/ui/page/section";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { ToConfirm } from "@/lib/domain/details/desk-today";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";
import { Reconfirm } from "./reconfirm";

const t = translator("mine");

export interface StaleItem extends UnresolvedRow {
  reference: string;
}

interface Props {
  groups: readonly ToConfirm<StaleItem>[];
  /** All of them, shown or not. */
  count: number;
  email: string;
  asking: Asking | null;
  today: Day;
}

export function Stale({ groups, count, email, asking, today }: Props) {
  const { refusedFor, ...words } = currentMessages().mine.reconfirm;
  const rows = groups.map(({ document, pledges: [first, ...others] }) => ({
    pledges: [first, ...others].flatMap((item) =>
      item
        ? {
            reference: item.reference,
            title: item.title ?? "",
            isCoalitionOnly: isCoalitionOnly(item.reference),
          }
        : [],
    ),
    document,
    what: first ? itemWords(first).what : "",
    ask: first && document === null ? <AskLink item={first} asking={asking} /> : null,
    age: first ? t("days", { days: daysBetween(first.since, today) }) : "",
  }));
  const shown = rows.reduce((sum, { pledges }) => sum + pledges.length, 0);
  if (shown === 0) return null;
  return (
    <Section id="mine-STALE" title={t("stale")} aside={<p>{t("count", { count })}</p>}>
      <Reconfirm
        rows={rows}
        words={{ ...currentMessages().form, ...words, title: t("stale") }}
        why={refusedFor}
      />
      {count > shown ? (
        <p className="pager">
          <a href={asOfHref(viewHref("/unresolved", { code: "STALE", owner: email }))}>
            {t("more", { count: count - shown })}
          </a>
        </p>
      ) : null}
    </Section>
  );
}
