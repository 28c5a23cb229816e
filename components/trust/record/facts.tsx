// Four facts about the log with their age: when it was sealed, where copies went, who signed it, what was written today.
import { FactRow } from "@/components/ui/marks/fact-row";
import type { RecordState } from "@/lib/domain/log/recently";
import { numberInWords } from "@/lib/i18n/numbers";
import { relativeMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("record-state");

export function RecordFacts({ log, written }: Pick<RecordState, "log" | "written">) {
  const { checkpoint, unsealed, now } = log;
  const copy = latest(log.copies, ({ copiedAt }) => copiedAt);
  const witness = latest(log.witnesses, ({ cosignedAt }) => cosignedAt);
  const size = (of: number | null): string => numberInWords(of ?? 0);
  return (
    <FactRow
      title={t("facts.title")}
      facts={[
        {
          glyph: "lock",
          name: t("facts.sealed"),
          value: checkpoint === null ? t("facts.never") : relativeMoment(now, checkpoint.sealedAt),
          more:
            checkpoint === null
              ? null
              : t("facts.sealedMore", { size: size(checkpoint.size), waiting: unsealed }),
          warns: log.late || log.fault !== null,
        },
        {
          glyph: "link",
          name: t("facts.copy"),
          value: copy?.copiedAt ? relativeMoment(now, copy.copiedAt) : t("facts.noCopy"),
          more: copy?.copiedAt
            ? t("facts.copyMore", { size: size(copy.size), sink: copy.sink })
            : t("facts.noCopyMore"),
          warns: copy?.old ?? true,
        },
        {
          glyph: "tick",
          name: t("facts.witness"),
          value: witness?.cosignedAt ? relativeMoment(now, witness.cosignedAt) : t("facts.noWitness"),
          more: witness?.cosignedAt
            ? t("facts.witnessMore", { size: size(witness.size), name: witness.name })
            : t("facts.noWitnessMore"),
          warns: witness === null || witness.old || log.witnesses.some(({ refusing }) => refusing),
        },
        {
          glyph: "doc",
          name: t("facts.written"),
          value: t("facts.writtenCount", { entries: written.entries }),
          more: written.people === 0 ? t("facts.nobody") : t("facts.writtenMore", { people: written.people }),
        },
      ]}
    />
  );
}

function latest<One>(all: readonly One[], at: (one: One) => string | null): One | null {
  return all.reduce<One | null>(
    (last, one) => (last === null || (at(one) ?? "") > (at(last) ?? "") ? one : last),
    null,
  );
}
