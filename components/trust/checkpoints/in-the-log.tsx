import { CopyText } from "@/components/history/audit/copy-text";
import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { hexToBase64 } from "@/lib/domain/log/note";
import type { ProvenEntry } from "@/lib/domain/log/log-status";
import { numberInWords } from "@/lib/i18n/numbers";
import { labelled } from "@/lib/i18n/signs";
import { registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("checkpoints");

/** The proof that a signed log holds an entry; null while no checkpoint covers the entry. */
export function InTheLog({ proven }: { proven: ProvenEntry | null }) {
  return (
    <Section id="in-the-log" title={t("proof.title")}>
      {proven === null ? <p className="text-muted">{t("proof.none")}</p> : <Proof proven={proven} />}
    </Section>
  );
}

function Proof({ proven }: { proven: ProvenEntry }) {
  const { seq, proof, checkpoint } = proven;
  const sealedAt = `${shortMoment(checkpoint.sealedAt)} ${registerZoneName()}`;
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
