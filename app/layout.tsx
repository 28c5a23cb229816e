import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { GlyphSprite } from "@/components/ui/marks/glyph-sprite";
import { LanguageGiven } from "@/components/ui/language/language";
import { setForRouter } from "@/components/ui/page/markup/for-router";
import { Markup } from "@/components/ui/page/markup/markup";
import { readerLanguage } from "@/lib/auth/page";
import { ROUTER_HEADER } from "@/lib/auth/request-headers";
import { currentLocale } from "@/lib/i18n/reader";
import { translator } from "@/lib/i18n/translator";
import "./globals.css";

const t = translator("shell");

export async function generateMetadata(): Promise<Metadata> {
  await readerLanguage();
  return {
    title: { template: t("titleTemplate"), default: t("name") },
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

export const viewport: Viewport = { colorScheme: "light dark" };

/** Knows the user's theme and language, so that the first paint is right. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, given, language] = await Promise.all([cookies(), headers(), readerLanguage()]);
  setForRouter(given.has(ROUTER_HEADER));
  const theme = jar.get("theme")?.value;
  return (
    <html
      lang={language}
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
      data-keys={jar.get("keys")?.value === "off" ? "off" : undefined}
    >
      <body>
        <Markup>
          <GlyphSprite />
        </Markup>
        <a className="skip absolute p-3 top-0 -left-249.75 z-20 bg-surface focus:left-2" href="#main">
          {t("skip")}
        </a>
        <LanguageGiven locale={currentLocale()}>{children}</LanguageGiven>
      </body>
    </html>
  );
}
