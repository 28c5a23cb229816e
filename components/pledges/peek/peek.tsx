import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { AmountsCell } from "@/components/pledges/pledges/cells";
import { Unsaid } from "@/components/pledges/pledges/unsaid";
import { windowWords } from "@/components/pledges/pledges/window";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { StageMark } from "@/components/ui/marks/stage-ring";
import type { Names } from "@/components/ui/names";
import type { Day } from "@/lib/domain/base/day";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { countedItems } from "@/lib/domain/unresolved/reasons";
import { inStageSince } from "@/lib/domain/unresolved/unresolved";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { leavesOf } from "@/lib/domain/pledge/condition";
import { nearDay } from "@/lib/i18n/dates";
import { registerZone } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { Fact } from "@/components/ui/page/facts";
import { ReferenceLink } from "@/components/ui/link-to";

const t = translator("lists");
const domain = translator("domain");
const pledges = translator("pledges");

interface Given {
  pledge: PledgeDetails;
  names: Names;
  today: Day;
  viewer: Actor;
}

/**
 * What a reader wants to know of a pledge while comparing several: its next step, what it waits for, what is
 * missing.
 */
export function PledgeInShort({ pledge, names, today, viewer }: Given) {
  const { reference, participant, title, stage, unresolved } = pledge;
  const waits = leavesOf(pledge.condition);
  // What only waits for the ceasefire and the like is in the list above.
  const missing = countedItems(unresolved);
  return (
    <div id="peek" className="grid max-w-98 gap-4">
      <div>
        <p>
          <ReferenceLink href={asOfHref(`/pledges/${reference}`)}>{reference}</ReferenceLink>
          <CoalitionMark reference={reference} /> {names.participants[participant] ?? participant}
        </p>
        <h2 className="text-[1.125rem]/6">{title}</h2>
      </div>
      <dl className="facts">
        <Fact name={t("column.stage")}>
          <StageMark stage={stage}>
            {t("peek.since", {
              stage: domain(`stage.${stage}`),
              on: nearDay(today, inStageSince(pledge, registerZone())),
            })}
          </StageMark>
        </Fact>
        <Fact name={t("column.amount")}>
          <AmountsCell {...pledge} />
        </Fact>
        <Fact name={t("column.window")}>{windowWords(pledge) ?? <Unsaid stage={stage} />}</Fact>
        <Fact name={t("column.owner")}>
          {pledge.owner === null ? t("noOwner") : (names.owners[pledge.owner] ?? pledge.owner)}
        </Fact>
        <Fact name={t("peek.next")}>
          <NextWords {...pledge} today={today} />
        </Fact>
      </dl>
      {waits.length === 0 ? null : (
        <section>
          <h3>{t("peek.waits", { count: waits.length })}</h3>
          <ul className="grid gap-1">
            {waits.map((leaf) => (
              <li key={JSON.stringify(leaf)}>{leafTitle(leaf, pledge.facts)}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{missing.length === 0 ? t("peek.nothing") : t("peek.missing", { count: missing.length })}</h3>
        <ul className="grid gap-1">
          {missing.map((item) => (
            <li key={item.code} className="flex items-center gap-2">
              <ClassGlyph of={item.class} /> {domain(`code.${item.code}`)}
            </li>
          ))}
        </ul>
      </section>
      <p className="flex flex-wrap gap-2">
        <a className={buttonLook("primary")} href={asOfHref(`/pledges/${reference}`)}>
          {t("peek.open")}
        </a>
        {mayKeepRecords(viewer) ? (
          <a className={buttonLook()} href={`/questions/new?about=${reference}`}>
            {t("peek.ask")}
          </a>
        ) : null}
      </p>
    </div>
  );
}

function NextWords({
  nextAction,
  nextActionDueOn: on,
  today,
}: Pick<PledgeDetails, "nextAction" | "nextActionDueOn"> & { today: Day }) {
  if (nextAction === null) return t("noStep");
  return on === null ? nextAction : pledges("nextBy", { action: nextAction, on: nearDay(today, on) });
}
