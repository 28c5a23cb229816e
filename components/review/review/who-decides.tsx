import { asOfHref } from "@/components/ui/address/as-of-href";
import { Section } from "@/components/ui/page/section";
import type { Review } from "@/lib/domain/proposals/review";
import { translator } from "@/lib/i18n/translator";

const t = translator("review");

interface Props {
  review: Review;
  /** Names of people who may decide it. */
  deciders: readonly string[];
}

/** For users who may not decide it. */
export function WhoDecides({ review: { checks }, deciders }: Props) {
  const own = checks.some(({ what, ok }) => what === "own" && !ok);
  const who = `${own ? "own" : "reader"}${deciders.length === 0 ? "Nobody" : ""}` as const;
  return (
    <Section id="decision" title={t("whoDecides.title")}>
      <p>{t(`whoDecides.${who}`, { names: deciders.join(", ") })}</p>
      {own ? (
        <p>
          <a href={asOfHref("/mine")}>{t("whoDecides.withdraw")}</a>
        </p>
      ) : null}
    </Section>
  );
}
