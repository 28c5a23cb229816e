import { Glyph } from "@/components/ui/marks/glyph";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import type { SavedView } from "@/lib/domain/people/saved-view";
import { translator } from "@/lib/i18n/translator";

const t = translator("views");

interface Given {
  /** Of this list: one's own, then what others share. */
  views: readonly SavedView[];
  /** Id of whoever looks. */
  me: string;
  /** The address of the view at hand; null where its list doesn't understand it. */
  here: string | null;
}

/** Beside a list: views of it, and the way to save the one at hand. Opens without a script. */
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
