import { Section } from "@/components/ui/page/section";
import type { ImportJob } from "@/lib/domain/import/import";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("mine");

interface Props {
  files: readonly ImportJob[];
  names: Readonly<Record<string, string>>;
}

/** Rows of files that another desk handed over, and that nobody here has tried yet. */
export function HandedRows({ files, names }: Props) {
  if (files.length === 0) return null;
  return (
    <Section id="handed-rows" title={t("handedRows.title")}>
      <ul className="plain">
        {files.map(({ id, reference, rows, by, handed }) => (
          <li key={id} className="border-b border-rule py-2">
            {t.rich("handedRows.line", {
              rows,
              who: listWords((handed?.desk ?? []).map((code) => names[code] ?? code)),
              by: by.name,
              reference,
              a: (chunks) => <a href={`/imports/${id}`}>{chunks}</a>,
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
