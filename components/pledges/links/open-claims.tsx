// On an officer's own page: pledges of other desks that name a participant of theirs.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { Section } from "@/components/ui/page/section";
import type { DeskClaim } from "@/lib/domain/details/desk-claim";
import { translator } from "@/lib/i18n/translator";

const t = translator("links");

export function OpenClaims({
  claims,
  names,
}: {
  claims: readonly DeskClaim[];
  names: Readonly<Record<string, string>>;
}) {
  if (claims.length === 0) return null;
  return (
    <Section id="claims" title={t("mine.title")} aside={<p>{t("mine.count", { count: claims.length })}</p>}>
      <p className="text-muted mb-4">{t("mine.text")}</p>
      <ul className="link-list">
        {claims.map(({ reference, title, field, linked }, index) => (
          <li key={`${reference} ${linked} ${String(index)}`}>
            <PledgeLink reference={reference} at="#claims" /> {title}{" "}
            <span className="text-muted">{t(`mine.${field}`, { name: names[linked] ?? linked })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
