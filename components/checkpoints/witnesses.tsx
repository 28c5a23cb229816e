import type { LogStanding } from "@/lib/domain/log-standing";
import { translator } from "@/lib/i18n/translator";

const t = translator("checkpoints");

type Witness = LogStanding["witnesses"][number];

interface Props {
  witnesses: readonly Witness[];
  /** In words, how long ago. */
  since: (at: string) => string;
}

/** Who signed what of the log, and who refuses to. */
export function Witnesses({ witnesses, since }: Props) {
  if (witnesses.length === 0) return <p className="muted">{t("witnesses.none")}</p>;
  return (
    <>
      {witnesses
        .filter(({ refusing }) => refusing)
        .map(({ key, name, refusedSize }) => (
          <p key={key} className="notice warn">
            {t("witnesses.refusing", { name, size: refusedSize ?? 0 })}
          </p>
        ))}
      <ul className="plain">
        {witnesses.map((witness) => (
          <li key={witness.key}>{wordsOf(witness, since)}</li>
        ))}
      </ul>
    </>
  );
}

function wordsOf(witness: Witness, since: Props["since"]): string {
  const { name, size, cosignedAt, fault, refusedAt, refusedSize, refusing, old } = witness;
  const signed =
    cosignedAt === null ? null : { name, size: (size ?? 0).toLocaleString("en"), when: since(cosignedAt) };
  if (fault !== null || signed === null) {
    const last = signed === null ? t("witnesses.never") : t("witnesses.last", signed);
    return t("witnesses.failing", { name, why: t(`witnesses.why.${fault ?? "unreachable"}`), last });
  }
  const told = t(old ? "witnesses.old" : "witnesses.ok", signed);
  if (refusedAt === null || refusing) return told;
  return `${told} ${t("witnesses.refused", { name, size: refusedSize ?? 0, when: since(refusedAt) })}`;
}
