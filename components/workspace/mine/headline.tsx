import { Fragment } from "react";
import { between } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";

const t = translator("mine");

export interface DeskFigures {
  /** Next steps that are late, and those due today. */
  late: number;
  today: number;
  returned: number;
  toConfirm: number;
}

/** What waits for the reader, without what doesn't; each part leads to its section. */
export function MineHeadline(figures: DeskFigures) {
  const parts = (["late", "today", "returned", "toConfirm"] as const).filter((name) => figures[name] > 0);
  return (
    <p className="headline mt-5">
      {parts.length === 0
        ? t("headline.nothing")
        : parts.map((name, place) => (
            <Fragment key={name}>
              {place > 0 ? between() : null}
              <a href={SECTIONS[name]}>{t(`headline.${name}`, { count: figures[name] })}</a>
            </Fragment>
          ))}
    </p>
  );
}

const SECTIONS = {
  late: "#mine-due",
  today: "#mine-due",
  returned: "#mine-returned",
  toConfirm: "#mine-STALE",
} as const;
