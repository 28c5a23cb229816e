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
      <div className="grid grid-cols-[600px_minmax(0,1fr)] min-h-[calc(100vh_-_24px)] max-xl:grid-cols-[480px_minmax(0,1fr)] max-md:block">
        <main
          className="pr-26 pl-24 pt-12 pb-6 max-w-none max-xl:px-12 max-md:px-(--gutter) max-md:py-6"
          id="main"
          tabIndex={-1}
        >
          <div className="mb-22 flex items-center gap-4 max-md:mb-8 min-h-10 text-inherit no-underline">
            <Logo size={45} />
            <div>
              <b className="text-[1.25rem]/6 font-semibold block">{t("name")}</b>
              <span className="block text-ui text-muted">{t("tagline")}</span>
            </div>
          </div>
          {children}
        </main>
        <Plate />
      </div>
    </>
  );
}
