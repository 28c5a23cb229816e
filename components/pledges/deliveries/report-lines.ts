import type { Pledge } from "@/lib/domain/pledge/pledge";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";
import type { ReportLine } from "./report-draft";

export const reportLines = ({ contributions }: Pick<Pledge, "contributions">): ReportLine[] =>
  contributions.map(({ id, kind, quantity, money }) => {
    const named = translator("domain")(`contributionKind.${kind}`);
    const said = money ? moneyWords(money) : quantityWords(quantity);
    return {
      value: id,
      label: `${named}, ${said}`,
      unit: quantity.unit ?? "",
      currency: money?.currency ?? "",
      isSealed: quantity.kind === "SEALED",
    };
  });
