import { noticeLook } from "@/components/ui/looks";
import type { LogStatus } from "@/lib/domain/log/log-status";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("checkpoints");

type Witness = LogStatus["witnesses"][number];

interface Props {
  witnesses: readonly Witness[];
  /** How long ago, in words. */
  since: (at: string) => string;
}

/** Witnesses that refuse: the alarm that witnesses are for. */
export function Refusals({ witnesses, since }: Props) {
  return witnesses
    .filter(({ refusing }) => refusing)
    .map((witness) => (
      <p key={witness.key} className={noticeLook("blocked")}>
        {t("witnesses.refusing", { name: witness.name, size: witness.refusedSize ?? 0 })}{" "}
        {lastOf(witness, since)}
      </p>
    ));
}

export function Witnesses({ witnesses, since }: Props) {
  if (witnesses.length === 0) return <p className="text-muted">{t("witnesses.none")}</p>;
  const willing = witnesses.filter(({ refusing }) => !refusing);
  return willing.length === 0 ? null : (
    <ul className="plain">
      {willing.map((witness) => (
        <li key={witness.key}>{wordsOf(witness, since)}</li>
      ))}
    </ul>
  );
}

function wordsOf(witness: Witness, since: Props["since"]): string {
  const { name, size, cosignedAt, fault, refusedAt, refusedSize, old } = witness;
  if (fault !== null || cosignedAt === null)
    return t("witnesses.failing", {
      name,
      why: t.ofCode("witnesses.why", fault ?? "unreachable"),
      last: lastOf(witness, since),
    });
  const signed = { name, size: numberInWords(size ?? 0), when: since(cosignedAt) };
  const told = t(old ? "witnesses.old" : "witnesses.ok", signed);
  if (refusedAt === null) return told;
  return `${told} ${t("witnesses.refused", { name, size: refusedSize ?? 0, when: since(refusedAt) })}`;
}

const lastOf = ({ size, cosignedAt }: Witness, since: Props["since"]): string =>
  cosignedAt === null
    ? t("witnesses.never")
    : t("witnesses.last", { size: numberInWords(size ?? 0), when: since(cosignedAt) });
