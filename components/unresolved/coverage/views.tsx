import { asOfHref } from "@/components/ui/address/as-of-href";
import { translator } from "@/lib/i18n/translator";

const t = translator("coverage");

const VIEWS = [
  ["matrix", "/coverage"],
  ["stages", "/coverage/stages"],
  ["map", "/coverage/map"],
  ["time", "/coverage/over-time"],
] as const;

/** Four views of the same record. */
export function CoverageViews({ current }: { current: (typeof VIEWS)[number][0] }) {
  return (
    <nav className="seg" aria-label={t("views.label")}>
      {VIEWS.map(([name, href]) => (
        <a key={name} href={asOfHref(href)} aria-current={name === current ? "page" : undefined}>
          {t(`views.${name}`)}
        </a>
      ))}
    </nav>
  );
}
