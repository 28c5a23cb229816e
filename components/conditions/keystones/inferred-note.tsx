import { linkTo } from "@/components/ui/link-to";
import type { Keystone } from "@/lib/domain/conditions/keystone";
import { translator } from "@/lib/i18n/translator";
import { leafHref } from "../conditions/view";

const t = translator("conditions");

/** How many of the pledges that wait for it do so by our reading alone. */
export function InferredNote({ keystone: { leaf, named, inferred } }: { keystone: Keystone }) {
  if (inferred.length === 0) return null;
  return (
    <p className="text-caption text-muted">
      {t.rich("keystones.inferred", {
        inferred: inferred.length,
        named: named.length,
        reading: linkTo(leafHref(leaf, "inferred")),
      })}
    </p>
  );
}
