import { LinesLeft } from "@/components/imports/lines-left";
import { SheetChoice } from "@/components/imports/sheet-choice";
import { importFormWords } from "@/components/imports/words";
import { Section } from "@/components/ui/page/section";
import type { Instant } from "@/lib/domain/base/day";
import type { ImportJob } from "@/lib/domain/import/import";
import { IMPORT_FIELDS, type ImportColumns } from "@/lib/domain/import/import-columns";
import type { Actor } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { loadImportSheet } from "@/lib/imports/queries";

const t = translator("imports");

interface Props {
  actor: Actor;
  job: ImportJob;
  columns: ImportColumns;
  at: Instant;
}

/**
 * The sheet as uploaded, with the field that each column is read as. Files from before layouts were stored
 * have none.
 */
export async function Sheet({ actor, job, columns }: Props) {
  const { layout, sheets = [] } = job.file.form;
  const shown = layout ? await loadImportSheet(actor, job.id) : null;
  if (!layout || !shown?.ok) return null;
  const { lines, left } = shown.value;
  const fieldByColumn = job.header.map((_, column) => {
    const field = IMPORT_FIELDS.find((one) => columns[one] === column);
    return field ? t(`field.${field}`) : "";
  });
  return (
    <Section id="sheet" title={t("sheet.title")}>
      <p className="mb-3">{t("sheet.intro")}</p>
      <SheetChoice
        id={job.id}
        words={importFormWords("sheet")}
        {...{ layout, sheets, fieldByColumn }}
        who={columns.participant ?? null}
        lines={lines.map(({ number, cells, is, marks }) => ({
          number,
          cells,
          is,
          filled: marks?.filled ?? [],
        }))}
        width={Math.max(job.header.length, ...lines.map(({ cells }) => cells.length))}
      />
      <LinesLeft form={job.file.form} lines={left} />
    </Section>
  );
}
