import { Section } from "@/components/ui/page/section";
import { translator } from "@/lib/i18n/translator";
import type { DrawnOf } from "./facts";

const t = translator("sample");

/** How anybody can draw the same sample again, in words and as a command. */
export function Rule({ of, seed, position, n }: DrawnOf) {
  const key = t("rule.key", { of });
  return (
    <Section id="rule" title={t("rule.title")}>
      <p className="max-w-3xl">{t("rule.text", { of: t.ofCode("of", of), position, key, n })}</p>
      <p className="mt-4">{t("rule.shell", { key })}</p>
      <pre
        className="overflow-x-auto mx-0 mt-2 mb-3 px-3 py-2 max-w-full border border-rule text-small font-mono print:whitespace-pre-wrap print:wrap-anywhere print:p-0 print:border-0 print:text-[7pt]/[9pt]"
        tabIndex={0}
      >
        <code>{commandOf(seed, n)}</code>
      </pre>
      <p className="text-caption text-muted print:hidden">{t("rule.now")}</p>
      <p className="signed on-paper print:block print:mt-[14mm] print:pt-[1mm] print:w-[90mm]">
        {t("signed")}
      </p>
    </Section>
  );
}

const commandOf = (seed: string, n: number): string =>
  `while read -r name; do printf '%s  %s\\n' "$(printf '%s%s' '${seed}' "$name" | sha256sum | cut -c1-64)" "$name"; done < names.txt | sort | head -n ${n}`;
