import { OwnerChoice, ParticipantChoice, PriorityChoice } from "@/components/tables/choices";
import type { ViewValues } from "@/components/ui/address/view-href";
import { Choice } from "@/components/ui/ledger/choice";
import type { Names } from "@/components/ui/names";
import { CONTRIBUTION_KINDS } from "@/lib/domain/pledge/contribution";
import { STAGES } from "@/lib/domain/pledge/stages";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";
import type { TypedTroubleShown } from "@/components/tables/typed/parse-typed";
import { notOnRecord } from "@/components/tables/typed/not-on-record";
import { TypedLine } from "@/components/tables/typed/typed-line";
import { parametersIn } from "@/components/tables/package-link";
import { translator } from "@/lib/i18n/translator";
import { layoutValues, USUAL_LAYOUT } from "../pledges/layout";
import { chipsOf } from "./chips";
import { ColumnsForm } from "./columns-form";
import { pledgesCsvHref, pledgesHref, pledgesViewValues, type PledgesView } from "../pledges/view";

const t = translator("pledges");
const domain = translator("domain");
const lists = translator("lists");

interface Given {
  view: PledgesView;
  names: Names;
  trouble: TypedTroubleShown | null;
}

export function PledgesFilterForm({ view, names, trouble }: Given) {
  const chips = chipsOf(view, names);
  const boxes = (
    <>
      <ParticipantChoice chosen={view.participant} names={names.participants} />
      <PriorityChoice chosen={view.priority} />
      <Choice
        name="stage"
        label={t("column.stage")}
        all={t("filter.stage")}
        chosen={view.stage}
        options={STAGES.map((one) => [one, domain(`stage.${one}`)])}
      />
      <Choice
        name="class"
        label={t("column.unresolved")}
        all={t("filter.class")}
        chosen={view.class}
        options={[
          [COUNTED_CLASSES.join(","), t("filter.anything")],
          ...COUNTED_CLASSES.map((one) => [one, domain(`class.${one}`)] as const),
        ]}
      />
      <Choice
        name="kind"
        label={t("filter.kindLabel")}
        all={t("filter.kind")}
        chosen={view.kind}
        options={CONTRIBUTION_KINDS.map((one) => [one, domain(`contributionKind.${one}`)])}
      />
      <OwnerChoice chosen={view.owner} names={names.owners} />
    </>
  );
  return (
    <div className="flex items-start gap-2 max-md:flex-wrap">
      <div className="flex-1 max-md:basis-full">
        <TypedLine
          list="pledges"
          chips={chips}
          label={t("filter.q")}
          placeholder={lists("field.placeholder")}
          value={view.q}
          view={pledgesHref(view)}
          viewQuery={parametersIn(pledgesCsvHref({ ...view, q: null, sort: "reference", turned: false }))}
          trouble={trouble}
          unknown={notOnRecord(names.participants, view.participant, view.not?.participant)}
          keep={{ ...withoutBox(view), ...layoutValues(view.layout ?? USUAL_LAYOUT) }}
          boxes={boxes}
        />
      </div>
      <div className="flex min-h-11 items-center print:hidden">
        <ColumnsForm view={view} />
      </div>
    </div>
  );
}

/** Filters without a box, which the form passes on. */
function withoutBox(view: PledgesView): ViewValues {
  const {
    participant: _participant,
    priority: _priority,
    stage: _stage,
    class: _class,
    kind: _kind,
    owner: _owner,
    q: _q,
    ...kept
  } = pledgesViewValues(view);
  return kept;
}
