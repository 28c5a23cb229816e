import { translator } from "@/lib/i18n/translator";

const t = translator("review");

/** Hidden where single keys are switched off, and without a script. */
export function KeysHint({ of }: { of: "rows" | "decision" }) {
  return (
    <p className="text-caption text-muted rkeys noscript:hidden max-md:hidden print:hidden">
      {of === "rows" ? (
        <>
          <kbd>J</kbd> <kbd>K</kbd> {t("keys.move")} · <kbd>Enter</kbd> {t("keys.open")}
        </>
      ) : (
        <>
          <kbd>A</kbd> {t("keys.approve")} · <kbd>R</kbd> {t("keys.return")} · <kbd>Ctrl Enter</kbd>{" "}
          {t("keys.confirm")}
        </>
      )}
    </p>
  );
}
