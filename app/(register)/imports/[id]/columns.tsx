import { MappingForm } from "@/components/imports/mapping-form";
import { fieldOptions, importFormWords } from "@/components/imports/words";
import { Section } from "@/components/ui/page/section";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { CREDIBILITIES, EVIDENCE_KINDS, RELIABILITIES } from "@/lib/domain/pledge/evidence";
import type { ImportJob } from "@/lib/domain/import/import";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { translator } from "@/lib/i18n/translator";
import { loadMapping } from "@/lib/imports/queries";
import { RefusedAndNoted } from "../../refused";
import { Sheet } from "./sheet";

const t = translator("imports");
const domain = translator("domain");

/** The columns as the register read them, for the user to check. */
export async function Columns({ actor, job, at }: { actor: Actor; job: ImportJob; at: Instant }) {
  const loaded = await loadMapping(actor, job.id);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/imports" />;
  const { columns, values, from, sample } = loaded.value;
  return (
    <>
      <Sheet actor={actor} job={job} columns={columns} at={at} />
      <Section id="columns" title={t("mapping.title")}>
        <p className="mb-3">{t("mapping.intro", { from })}</p>
        <MappingForm
          id={job.id}
          title={t("mapping.title")}
          words={importFormWords("mapping")}
          header={job.header}
          {...{ sample, columns, values }}
          fields={fieldOptions()}
          ownerships={OWNERSHIPS.map((value) => ({ value, label: domain(`ownership.${value}`) }))}
          reliabilities={RELIABILITIES.map((value) => ({
            value,
            label: `${value} · ${domain(`reliability.${value}`)}`,
          }))}
          evidenceKinds={EVIDENCE_KINDS.map((value) => ({ value, label: domain(`evidenceKind.${value}`) }))}
          credibilities={CREDIBILITIES.map((value) => ({
            value: String(value),
            label: `${String(value)} · ${domain.ofCode("credibility", value)}`,
          }))}
        />
      </Section>
    </>
  );
}
