import { keepersOf } from "@/components/people/participants/keepers";
import type { Names } from "@/components/ui/names";
import type { ImportJob } from "@/lib/domain/import/import";
import type { RowCause } from "@/lib/domain/import/causes";
import type { PersonDesk } from "@/lib/domain/people/person";
import { listWords, numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { importFormWords } from "../words";
import { HandOverButton } from "./hand-over";

const t = translator("imports");

interface Props {
  job: ImportJob;
  causes: readonly RowCause[];
  names: Names;
  desks: readonly PersonDesk[];
  /** Nothing was imported yet, and the actor may continue with the file. */
  mayHandOver: boolean;
}

/** Rows that other desks keep: one line for each desk, which hands them over. */
export function OtherDesks({ job, causes, names, desks, mayHandOver }: Props) {
  return (
    <>
      {byDesk(causes, desks).map(({ keepers, codes, rows }) => {
        const who = listWords(codes.map((code) => names.participants[code] ?? code));
        return (
          <li key={codes.join()} className="flex flex-wrap items-baseline gap-x-4 border-b border-rule py-1">
            <b className="w-12 shrink-0 text-right">{numberInWords(rows)}</b>
            <span className="min-w-0 flex-1">
              {t("desks.line", { rows, who })}{" "}
              <span className="text-muted">
                {keepers === null ? t("desks.managers") : t("desks.keepers", { keepers })}
              </span>
            </span>
            {mayHandOver ? (
              <HandOverButton
                job={{ id: job.id, rows: job.rows }}
                participants={codes}
                label={t("desks.submitNamed", { rows, who })}
                words={importFormWords("handOver")}
              />
            ) : null}
          </li>
        );
      })}
    </>
  );
}

interface DeskOfRows {
  keepers: string | null;
  codes: string[];
  rows: number;
}

/** A desk is the officers who keep a participant: participants with the same keepers are on one desk. */
function byDesk(causes: readonly RowCause[], desks: readonly PersonDesk[]): DeskOfRows[] {
  const found = new Map<string, DeskOfRows>();
  for (const { code, participant, rows } of causes) {
    if (code !== "another-desk" || participant === null) continue;
    const keepers = keepersOf(participant, desks);
    const known = found.get(keepers ?? "") ?? { keepers, codes: [], rows: 0 };
    found.set(keepers ?? "", {
      keepers,
      codes: [...new Set([...known.codes, participant])].sort(),
      rows: known.rows + rows,
    });
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}
