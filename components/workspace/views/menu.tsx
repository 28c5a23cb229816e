import { Glyph } from "@/components/ui/marks/glyph";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { buttonLook } from "@/components/ui/looks";
import type { SavedView } from "@/lib/domain/people/saved-view";
import { translator } from "@/lib/i18n/translator";

const t = translator("views");

interface Given {
  /** Views of this list: the user's own, then those that others share. */
  views: readonly SavedView[];
  /** The user's id. */
  me: string;
  /** The current view's address; null where its list can't read it. */
  here: string | null;
}

/** Next to a list: its views, and a link to save the current one. Opens without a script. */
export function ViewsMenu({ views, me, here }: Given) {
  return (
    <details className="menu views relative max-md:static">
      <summary className={buttonLook()}>
        {t("menu")} <Glyph name="down" size={12} />
      </summary>
      <ul className="absolute overflow-y-auto mt-1 px-0 py-1 right-0 z-7 w-max min-w-50 max-w-[min(360px,100vw_-_32px)] max-h-[min(420px,70vh)] border border-rule-strong rounded-sm bg-surface max-md:right-auto max-md:left-(--gutter)">
        {views.map(({ id, name, address, owner }) => (
          <li key={id}>
            <a
              className="hover:bg-sunken current:font-semibold whitespace-normal wrap-anywhere"
              href={asOfHref(address)}
              aria-current={address === here ? "true" : undefined}
            >
              {name}
              {owner.id === me ? null : (
                <span className="text-muted"> {t("sharedBy", { owner: owner.name })}</span>
              )}
            </a>
          </li>
        ))}
        {here === null ? null : (
          <li className={views.length > 0 ? "apart mt-1 pt-1 border-t border-t-rule" : undefined}>
            <a
              className="hover:bg-sunken current:font-semibold whitespace-normal wrap-anywhere"
              href={asOfHref(viewHref("/views/new", { address: here }))}
            >
              {t("save")}
            </a>
          </li>
        )}
        <li>
          <a
            className="hover:bg-sunken current:font-semibold whitespace-normal wrap-anywhere"
            href={asOfHref("/views")}
          >
            {t("all")}
          </a>
        </li>
      </ul>
    </details>
  );
}
