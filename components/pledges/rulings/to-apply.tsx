// Records that differ from what was ruled, each with the way to bring it in line.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Section } from "@/components/ui/page/section";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";
import { ReferenceLink } from "@/components/ui/link-to";
import { CoalitionMark } from "../pledge/coalition-mark";
import { fixLinkFor } from "../pledge/fix-links";

export const MOST_RULINGS = 5;

/** One more item than is shown means that there are others. */
export function RulingsToApply({ items }: { items: readonly UnresolvedRow[] }) {
  if (items.length === 0) return null;
  const t = translator("review");
  return (
    <Section
      id="rulings-to-apply"
      title={t("rulings")}
      aside={
        items.length > MOST_RULINGS ? (
          <p>
            <a href={asOfHref("/unresolved?code=RULING_NOT_APPLIED")}>{t("rulingsAll")}</a>
          </p>
        ) : null
      }
      className="mb-4"
    >
      <ul className="link-list">
        {items.slice(0, MOST_RULINGS).map((item) => (
          <li key={item.reference}>
            <ReferenceLink href={asOfHref(fixLinkFor(item).href)}>{item.reference}</ReferenceLink>
            {item.reference === null ? null : <CoalitionMark reference={item.reference} />}{" "}
            {itemWords(item).what}
          </li>
        ))}
      </ul>
    </Section>
  );
}
