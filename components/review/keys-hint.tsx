import { translator } from "@/lib/i18n/translator";

const t = translator("review");

/** Which keys there are, where they are on. `moving`: those that only lead from one to the next. */
export function KeysHint({ moving = false }: { moving?: boolean }) {
  return (
    <p className="cap rkeys noscript:hidden">
      <kbd>J</kbd> <kbd>K</kbd> {t("keys.move")}
      {moving ? null : (
        <>
          {" · "}
          <kbd>A</kbd> {t("keys.approve")} · <kbd>R</kbd> {t("keys.return")} · <kbd>Ctrl Enter</kbd>{" "}
          {t("keys.confirm")}
        </>
      )}
    </p>
  );
}
