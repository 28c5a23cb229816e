import { codeLook } from "@/components/ui/looks";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("tables");

/** The change's number in the log; opened, the leaf hash that a checkpoint proves. */
export function EntryNumber({ seq, leafHash }: { seq: number; leafHash: string }) {
  return (
    <details className="receipt text-muted text-caption">
      <summary className="w-max max-w-full">{t("entry", { seq: numberInWords(seq) })}</summary>
      <p>
        {t("leafHash")} <span className={codeLook()}>{leafHash}</span>
      </p>
    </details>
  );
}
