import { codeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { translator } from "@/lib/i18n/translator";

const t = translator("exports");

const FILES = [
  ["tables", "data/tables/*.csv, data/tables.xlsx"],
  ["records", "data/records/*.jsonl"],
  ["proofs", "data/events.jsonl, proofs.jsonl"],
  ["checkpoint", "checkpoint.txt, consistency.jsonl, export.json"],
  ["manifest", "manifest-sha256.txt"],
  ["verify", "verify.mjs, README.txt"],
] as const;

export function WhatIsInIt() {
  return (
    <Section id="in-it" title={t("holds.title")}>
      <dl className="grid grid-cols-1 gap-x-8 sm:grid-cols-2">
        {FILES.map(([name, files]) => (
          <div key={name} className="py-3">
            <dt className={codeLook()}>{files}</dt>
            <dd className="text-muted">{t(`holds.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
