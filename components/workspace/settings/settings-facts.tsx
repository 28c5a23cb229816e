import type { ReactNode } from "react";
import { SETTINGS, type Register, type Setting } from "@/lib/domain/people/register";
import type { Instant } from "@/lib/domain/base/day";
import { translator } from "@/lib/i18n/translator";
import { shortMoment } from "@/lib/i18n/register-zone";
import { Fact } from "@/components/ui/page/facts";

const t = translator("settings");
const domain = translator("domain");

export interface ShownSettings extends Pick<Register, Setting> {
  /** Who changed each setting; null while it has its initial value. */
  origins: Readonly<Record<Setting, { by: string; at: Instant } | null>>;
}

export function SettingsFacts({ settings }: { settings: ShownSettings }) {
  const { timeZone, marking, staleDays, mandateDays, secondFactorFor, origins } = settings;
  const roles = secondFactorFor.map((role) => domain(`role.${role}`)).join(", ");
  const values: Record<Setting, ReactNode> = {
    timeZone,
    marking: marking === "" ? <span className="text-muted">{t("form.noMarking")}</span> : marking,
    staleDays: t("days", { days: staleDays }),
    mandateDays: t("days", { days: mandateDays }),
    secondFactorFor: roles || <span className="text-muted">{t("form.nobody")}</span>,
  };
  return (
    <dl className="facts max-w-3xl">
      {SETTINGS.map((setting) => (
        <Fact key={setting} name={t(`form.${setting}`)}>
          {values[setting]}
          <br />
          <span className="text-muted">{originWords(origins[setting])}</span>
        </Fact>
      ))}
    </dl>
  );
}

const originWords = (origin: { by: string; at: Instant } | null): string =>
  origin ? t("setBy", { who: origin.by, when: shortMoment(origin.at) }) : t("given");
