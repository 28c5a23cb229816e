import { asOfHref } from "@/components/ui/address/as-of-href";
import type { FirmGain } from "@/lib/domain/requirements/firm-gain";
import { translator } from "@/lib/i18n/translator";
import { amountWords } from "@/lib/i18n/words/requirement-words";
import { between } from "@/lib/i18n/signs";

const t = translator("conditions");

export const GAINS_SHOWN = 5;

/** How much becomes firm, and for which requirement. If there are more gains than are shown, it says so. */
export function Gains({ gains, assumed = false }: { gains: readonly FirmGain[]; assumed?: boolean }) {
  if (gains.length === 0) return null;
  return (
    <p className="text-caption text-muted leading-6">
      {t.rich(assumed ? "keystones.gainsAssumed" : "keystones.gains", {
        list: () =>
          gains
            .slice(0, GAINS_SHOWN)
            .map((gain, at) => <OneGain key={gain.requirement} gain={gain} first={at === 0} />),
      })}
      {gains.length > GAINS_SHOWN ? ` ${t("keystones.moreGains")}` : null}
    </p>
  );
}

function OneGain({ gain, first }: { gain: FirmGain; first: boolean }) {
  const { requirement, measure, amount, unsaid, sealed } = gain;
  const parts = [
    amount > 0n ? amountWords(amount, measure) : null,
    unsaid > 0 ? t("keystones.unsaid", { n: unsaid }) : null,
    sealed > 0 ? t("keystones.sealed", { n: sealed }) : null,
  ].filter((part) => part !== null);
  return (
    <>
      {first ? null : between()}
      {parts.join(", ")} {t("keystones.of")}{" "}
      <a href={asOfHref(`/requirements/${requirement}`)}>{requirement}</a>
    </>
  );
}
