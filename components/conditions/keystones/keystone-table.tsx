// What holds pledges back: how many name it, need it and would start by it. Each figure leads to its pledges.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Count } from "@/components/ui/count";
import { Fold } from "@/components/ui/fold/fold";
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
import { keystoneKind, type KeystoneSort } from "@/lib/domain/conditions/keystone-list";
import type { FirmGain } from "@/lib/domain/requirements/firm-gain";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import { leafName } from "@/lib/domain/conditions/leaf-name";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { translator } from "@/lib/i18n/translator";
import { Gains } from "./gains";
import { supposeHref } from "@/components/conditions/scenarios/view";
import { KeystoneSentence } from "./keystone-card";
import { InferredNote } from "./inferred-note";
import { kindWords } from "../conditions/kind-words";
import { LeafList } from "../conditions/leaf-list";
import {
  keystonesHref,
  leafHref,
  keystonesSortedBy,
  waitingHref,
  type KeystonesView,
} from "../conditions/view";

const t = translator("conditions");

interface Given {
  keystones: readonly KeystoneRow[];
  view: KeystonesView;
  /** How much becomes firm when these pledges become actionable. */
  gains: (freed: readonly string[]) => FirmGain[];
  names: Readonly<Record<string, string>>;
}

/** In the order of the columns: from all that wait to those that would start. */
const FIGURES: readonly KeystoneSort[] = ["named", "necessary", "frees", "freesAssumed"];

export function KeystoneTable({ keystones, view, gains, names }: Given) {
  return (
    <Ledger
      className="keystones"
      caption={t("keystones.caption")}
      rows={keystones}
      rowKey={({ leaf }) => leafName(leaf)}
      columns={[
        {
          heading: t("keystones.column.what"),
          names: true,
          cell: (keystone) => <What keystone={keystone} gains={gains} names={names} />,
        },
        ...FIGURES.map((name): ListColumn<KeystoneRow> => ({
          heading: t(`keystones.column.${name}`),
          order: {
            href: keystonesHref(keystonesSortedBy(view, name)),
            current: view.sort === name,
            turned: !view.turned,
          },
          numeric: true,
          cell: ({ leaf, [name]: pledges }) => (
            <Count
              n={pledges.length}
              href={
                name === "named" && view.inferred === "with"
                  ? waitingHref(leaf)
                  : leafHref(leaf, name, view.inferred)
              }
            />
          ),
        })),
      ]}
    />
  );
}

function What({ keystone, gains, names }: { keystone: KeystoneRow } & Pick<Given, "gains" | "names">) {
  const { leaf, facts, next } = keystone;
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      <a className="font-semibold" href={asOfHref(leafHref(leaf))}>
        {leafTitle(leaf, facts)}
      </a>
      <span className="text-caption text-muted">{kindWords(keystone, keystoneKind(keystone), names)}</span>
      <Fold
        className="ml-auto open:basis-full"
        summary={<span className="text-caption text-muted">{t("keystones.more")}</span>}
      >
        <KeystoneSentence keystone={keystone} />
        {next.length === 0 ? null : (
          <p className="text-caption text-muted">
            {t.rich("keystones.nextOf", { list: () => <LeafList leaves={next} facts={facts} /> })}
          </p>
        )}
        <InferredNote keystone={keystone} />
        <Gains gains={gains(keystone.frees)} />
        <Gains gains={gains(keystone.freesAssumed)} assumed />
        <p className="text-caption text-muted">
          <a href={asOfHref(supposeHref(leaf))}>{t("keystones.suppose")}</a>
        </p>
      </Fold>
    </div>
  );
}
