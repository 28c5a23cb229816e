import type { Register } from "@/lib/domain/people/register";
import { momentIn, zoneName } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";

const t = translator("shell");

export type MarkingSettings = Pick<Register, "demonstration" | "marking" | "timeZone">;

/** On every page and print. A demonstration also says which clock it uses. */
export function Marking({ settings, at }: { settings: MarkingSettings; at?: string | undefined }) {
  const { demonstration, marking, timeZone } = settings;
  if (!demonstration && marking === "") return null;
  return (
    <aside className="marking flex gap-4 text-caption max-md:flex-col max-md:gap-0" aria-label={t("marking")}>
      {demonstration ? <b className="uppercase tracking-[0.04em]">{t("demonstration")}</b> : null}
      {marking === "" ? null : <span className="min-w-0 wrap-anywhere">{marking}</span>}
      {demonstration && at ? (
        <span>{t("demonstrationClock", { when: momentIn(timeZone, at), zone: zoneName(timeZone) })}</span>
      ) : null}
    </aside>
  );
}
