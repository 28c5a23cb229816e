import { asOfHref } from "@/components/ui/address/as-of-href";
import { Glyph } from "@/components/ui/marks/glyph";
import { mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { SignOut } from "./sign-out";

const t = translator("shell");

/** Who is signed in, always in view at the rail's foot; a native popover, so that it needs no script. */
export function Account({ actor }: { actor: Actor }) {
  const role = t(`role.${actor.role}`);
  const desk = actor.role === "OFFICER" ? t("desk", { codes: actor.desk.join(", ") }) : null;
  const scope = actor.role === "OFFICER" ? role : t(`scope.${actor.role}`);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-2 border-t border-rule py-1.5 pr-4 pl-6">
      <b className="line-clamp-2 w-full">{actor.name}</b>
      <span className="min-w-0 flex-1 truncate text-caption text-muted" title={desk ?? undefined}>
        {desk ?? (actor.name.startsWith(role) ? scope : role)}
      </span>
      <button
        type="button"
        popoverTarget={MENU}
        className="flex min-h-8 shrink-0 items-center gap-1.5 border-0 bg-transparent px-2 text-link max-xl:min-h-10"
      >
        {t("account")} <Glyph name="up" size={12} />
      </button>
      <div
        id={MENU}
        popover="auto"
        className="fixed inset-auto bottom-2.5 left-56 m-0 w-53 border border-rule-strong bg-surface p-0 text-text max-xl:bottom-16 max-xl:left-4"
      >
        <p className="border-b border-rule px-3.5 py-2 text-caption break-words text-muted">{scope}</p>
        <ul className="py-1">
          {[
            { href: "/profile", label: t("profile") },
            ...(mayReadRegister(actor) ? [{ href: "/views", label: t("page.views") }] : []),
            { href: "/definitions", label: t("page.definitions") },
          ].map(({ href, label }) => (
            <li key={href}>
              <a className={`${ROW} no-underline`} href={asOfHref(href)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <div className="border-t border-rule py-1">
          <SignOut label={t("signOut")} className={`${ROW} w-full border-0 bg-transparent text-left`} />
        </div>
      </div>
    </div>
  );
}

const MENU = "account";
const ROW = "flex min-h-8 items-center px-3.5 text-text hover:bg-sunken max-xl:min-h-10";
