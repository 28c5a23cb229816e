// In a demonstration, three things to try first, by role.
import { buttonLook } from "@/components/ui/looks";
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { Role } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";

const t = translator("try-this");

/** Addresses of the demonstration's own records among them. */
export const TRY_THIS = {
  OFFICER: { resolve: "/pledges/FR-3-001#unresolved", fromText: "/sources/new", import: "/imports" },
  MANAGER: { waits: "/conditions", suppose: "/scenarios/new", compare: "/changes" },
  AUDITOR: { past: "/unresolved?asOf=2026-01-06T12:00Z", sample: "/sample", check: "/exports/verify" },
  ADMIN: { account: "/admin/people/new", factor: "/admin/settings", handOver: "/admin/people" },
} as const satisfies Record<Role, Record<string, string>>;

/** Until it is hidden, which needs no script. */
export function TryThis({ role }: { role: Role }) {
  return (
    <section
      aria-label={t("title")}
      className="mb-4 flex flex-wrap items-baseline gap-x-5 gap-y-2 border-y border-rule py-2 print:hidden"
    >
      <b>{t("title")}</b>
      {Object.entries(TRY_THIS[role]).map(([step, href]) => (
        <a key={step} href={asOfHref(href)}>
          {t.ofCode("step", step)}
        </a>
      ))}
      <form method="post" action="/api/own/tried" className="ml-auto">
        <button type="submit" className={buttonLook()}>
          {t("hide")}
        </button>
      </form>
    </section>
  );
}
