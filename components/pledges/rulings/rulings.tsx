import { Glyph } from "@/components/ui/marks/glyph";
import type { KnownRuling } from "@/lib/domain/proposals/ruling";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

const t = translator("pledge");

/** The current ruling. `isOpen`: newer evidence speaks against the field, or the evidence it relied on is gone. */
export function RulingWords({ ruling, isOpen }: { ruling: KnownRuling; isOpen: boolean }) {
  return (
    <div className="mt-3 pl-3 border-l-4 border-l-done">
      <p>
        <b>{t("ruled", { who: ruling.ruledBy, day: dayInWords(registerDay(ruling.createdAt)) })}</b>{" "}
        {ruling.finding}
      </p>
      <p className="text-muted">{t("reason", { reason: ruling.reason })}</p>
      {isOpen ? <p>{t("ruledBefore")}</p> : null}
    </div>
  );
}

/** Rulings that were replaced, the latest first. */
export function PastRulings({ rulings }: { rulings: readonly KnownRuling[] }) {
  if (rulings.length === 0) return null;
  return (
    <details>
      <summary>
        <Glyph name="down" size={12} /> {t("pastRulings", { count: rulings.length })}
      </summary>
      <ul className="link-list">
        {[...rulings].reverse().map((ruling) => (
          <li key={ruling.id}>
            {t("ruled", { who: ruling.ruledBy, day: dayInWords(registerDay(ruling.createdAt)) })}{" "}
            {ruling.finding} <span className="text-muted">{t("reason", { reason: ruling.reason })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
