import { CopyText } from "@/components/history/audit/copy-text";
import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { hexToBase64 } from "@/lib/domain/log/note";
import type { ProvenEntry } from "@/lib/domain/log/log-status";
import { numberInWords } from "@/lib/i18n/numbers";
import { labelled } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { momentIn, zoneName } from "@/lib/i18n/dates";

const t = translator("checkpoints");

/** The proof that a signed log holds an entry; null while no checkpoint covers the entry. */
export function InTheLog({ proven, timeZone }: { proven: ProvenEntry | null; timeZone: string }) {
  return (
    <Section id="in-the-log" title={t("proof.title")}>
      {proven === null ? (
        <p className="text-muted">{t("proof.none")}</p>
      ) : (
        <Proof proven={proven} timeZone={timeZone} />
      )}
    </Section>
  );
}

function Proof({ proven, timeZone }: { proven: ProvenEntry; timeZone: string }) {
  const { seq, proof, checkpoint } = proven;
  const sealedAt = `${momentIn(timeZone, checkpoint.sealedAt)} ${zoneName(timeZone)}`;
  const lines = [...proof.map(hexToBase64), labelled(t("proof.root"), hexToBase64(checkpoint.root))].join(
    "\n",
  );
  const words = { copy: t("copy"), copied: t("copied"), label: t("copyWhat", { what: t("proof.title") }) };
  return (
    <>
      <p>
        {t("proof.text", {
          seq: numberInWords(seq),
          size: numberInWords(checkpoint.size),
          when: sealedAt,
          steps: proof.length,
        })}
      </p>
      <details className="mt-3">
        <summary className={buttonLook()}>{t("proof.show")}</summary>
        <p className="mt-3">
          <CopyText text={lines} words={words} />
        </p>
        <pre className="leaf mt-3" tabIndex={0} role="region" aria-label={t("proof.title")}>
          {lines}
        </pre>
      </details>
    </>
  );
}
