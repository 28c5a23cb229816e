import type { ReactNode } from "react";
import { Marking, type MarkingSettings } from "@/components/shell/marking";
import { Logo } from "@/components/ui/marks/bars";
import { Plate } from "./plate";
import { translator } from "@/lib/i18n/translator";

const t = translator("sign-in");

/** The frame of the pages before signing in: name, one form, and what the register is. */
export function SignInFrame({
  settings,
  at,
  children,
}: {
  settings: MarkingSettings;
  at?: string | undefined;
  children: ReactNode;
}) {
  return (
    <>
      <Marking settings={settings} at={at} />
      <div className="si">
        <main id="main" tabIndex={-1}>
          <div className="brand si-brand">
            <Logo size={45} />
            <div>
              <b>{t("name")}</b>
              <span>{t("tagline")}</span>
            </div>
          </div>
          {children}
        </main>
        <Plate />
      </div>
    </>
  );
}
