// The two moments, and the filters.
import { DateBox } from "@/components/form/dates/date-box";
import type { WrongMoment } from "@/components/form/mistyped";
import { ParticipantChoice, PriorityChoice } from "@/components/tables/choices";
import { filterWords } from "@/components/tables/filter-words";
import { listChips } from "@/components/tables/typed/list-chips";
import type { TypedTroubleShown } from "@/components/tables/typed/parse-typed";
import { TypedLine } from "@/components/tables/typed/typed-line";
import { Choice } from "@/components/ui/ledger/choice";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { clockOf } from "@/lib/domain/base/moment";
import type { Baseline } from "@/lib/domain/oversight/baseline";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { registerZone, registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { changesHref, hasChangesFilter, type ChangesView } from "./view";
import { labelled } from "@/lib/i18n/signs";

const t = translator("changes");
const domain = translator("domain");
const ui = translator("ui");
const lists = translator("lists");

interface Given {
  view: ChangesView;
  baselines: readonly Baseline[];
  participants: Readonly<Record<string, string>>;
  at: string;
  wrong: ReadonlyMap<"since" | "until", WrongMoment>;
  trouble: TypedTroubleShown | null;
}

export function ChangesFilterForm({ view, participants, trouble, ...moments }: Given) {
  const { group, show, participant, priority } = view;
  return (
    <TypedLine
      className="filter items-end changes-filter relative [&>div:first-of-type]:basis-full"
      list="changes"
      formLabel={t("filter.label")}
      chips={listChips(
        "changes",
        { participant, priority, class: view.class },
        { participants },
        (parameter) => changesHref({ ...view, [parameter]: [] }),
      )}
      label={lists("field.labelOf.changes")}
      placeholder={lists("field.placeholderOf.changes")}
      view={changesHref(view)}
      trouble={trouble}
      keep={{ group: group === "participant" ? null : group, show }}
      boxes={
        <>
          <ParticipantChoice chosen={participant} names={participants} />
          <PriorityChoice chosen={priority} />
          <Choice
            name="class"
            chosen={view.class}
            label={t("group.class")}
            all={t("filter.class")}
            options={UNRESOLVED_CLASSES.map((one) => [one, domain(`class.${one}`)])}
          />
        </>
      }
      fields={
        <>
          <Moment name="since" chosen={view.since} {...moments} />
          <Moment name="until" chosen={view.until} {...moments} />
        </>
      }
      extra={
        hasChangesFilter(view) ? (
          <a href={asOfHref(changesHref({ ...view, participant: [], priority: [], class: [] }))}>
            {filterWords().clear}
          </a>
        ) : null
      }
    />
  );
}

interface MomentProps extends Pick<Given, "baselines" | "at" | "wrong"> {
  name: "since" | "until";
  chosen: string | null;
}

/** A baseline, or any moment in the register's time; a moment wins over a baseline. */
function Moment({ name, chosen, baselines, at, wrong }: MomentProps) {
  const known = baselines.map(({ name: called }) => called);
  const asked = chosen !== null && !known.includes(chosen);
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5 max-md:w-full max-md:max-w-none">
      <legend className="float-left p-0 text-muted text-ui">{t(`filter.${name}`)}</legend>
      <select className="input" name={name} defaultValue={chosen ?? ""} aria-label={t(`filter.${name}`)}>
        {name === "until" ? <option value="">{t("filter.now")}</option> : null}
        {asked ? <option value={chosen}>{wordOf(chosen, baselines)}</option> : null}
        {known.map((called) => (
          <option key={called} value={called}>
            {called}
          </option>
        ))}
      </select>
      <DateBox
        id={`${name}On`}
        name={`${name}On`}
        kind="moment"
        label={labelled(t(`filter.${name}`), t("filter.moment", { zone: registerZoneName() }))}
        hidesLabel
        value={wrong.get(name)?.text ?? ""}
        error={wrong.get(name)?.error}
        errorPrefix={ui("errorPrefix")}
        latest={clockOf(at, registerZone())}
      />
    </fieldset>
  );
}

/** A baseline's name for its id, the register's time for an instant. */
function wordOf(text: string, baselines: readonly Baseline[]): string {
  const named = baselines.find(({ id }) => id === text);
  if (named) return named.name;
  return Number.isNaN(Date.parse(text)) || text.length < 12 ? text : shortMoment(text);
}
