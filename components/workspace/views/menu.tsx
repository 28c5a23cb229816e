import { Glyph } from "@/components/ui/marks/glyph";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
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
    <details className="menu views">
      <summary className="btn">
        {t("menu")} <Glyph name="down" size={12} />
      </summary>
      <ul>
        {views.map(({ id, name, address, owner }) => (
          <li key={id}>
            <a href={asOfHref(address)} aria-current={address === here ? "true" : undefined}>
              {name}
              {owner.id === me ? null : (
                <span className="muted"> {t("sharedBy", { owner: owner.name })}</span>
              )}
            </a>
          </li>
        ))}
        {here === null ? null : (
          <li className={views.length > 0 ? "apart" : undefined}>
            <a href={asOfHref(viewHref("/views/new", { address: here }))}>{t("save")}</a>
          </li>
        )}
        <li>
          <a href={asOfHref("/views")}>{t("all")}</a>
        </li>
      </ul>
    </details>
  );
}
