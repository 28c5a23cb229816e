import type { ReactNode } from "react";
import { Section } from "@/components/ui/page/section";
import { translator } from "@/lib/i18n/translator";

const t = translator("definitions");

/** Each is a fragment: /definitions#stages. */
export const DEFINITION_SECTIONS = [
  "priorities",
  "participants",
  "bars",
  "stages",
  "steps",
  "evidence",
  "grades",
  "unresolved",
  "conditions",
  "keystones",
  "what-matters",
  "changes",
  "requirements",
  "quantities",
  "deliveries",
  "completeness",
  "lists",
  "roles",
  "settings",
] as const;
export type SectionName = (typeof DEFINITION_SECTIONS)[number];

export function DefinitionSection({ name, children }: { name: SectionName; children: ReactNode }) {
  return (
    <Section id={name} title={t(`section.${name}`)}>
      <p className="text-muted mb-4 max-w-[76ch]">{t(`intro.${name}`)}</p>
      {children}
    </Section>
  );
}

export function Contents() {
  return (
    <nav
      className="contents-list sticky top-[calc(var(--topbar)_+_var(--s4))] max-md:static max-md:mt-6 max-md:-order-1"
      aria-labelledby="contents"
    >
      <h2 id="contents">{t("contents")}</h2>
      <ul className="max-md:gap-x-4">
        {DEFINITION_SECTIONS.map((name) => (
          <li className="border-b border-b-rule" key={name}>
            <a className="block px-0 py-1.5" href={`#${name}`}>
              {t(`section.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
