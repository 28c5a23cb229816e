// Keystones that aren't dormant, by how many they hold back. Deadlocks: pledges that wait for each other.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { basisWords } from "@/components/conditions/conditions/basis-words";
import { leafHref } from "@/components/conditions/conditions/view";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { BriefingLines, SourceOf } from "./lines";
import { Block } from "./section";
import type { Briefing, ParticipantNames } from "./view";

const t = translator("briefing");
const conditions = translator("conditions");
const domain = translator("domain");

interface Given {
  briefing: Briefing;
  names: ParticipantNames;
  today: Day;
}

export function HoldingBack({ briefing, names, today }: Given) {
  const { keystones, deadlocks, cited, participant, inferred } = briefing;
  const lines = [
    ...deadlocks.map((cycle) => ({
      key: cycle.pledges.join(" "),
      reference: cycle.pledges[0] ?? "",
      href: "/conditions#deadlocks",
      what: (
        <>
          <b>{t("holding.deadlock")}</b>{" "}
          {t("holding.circle", { parties: partiesOf(cycle, names), pledges: cycle.pledges.join(", ") })}{" "}
          {basisWords(cycle)}
        </>
      ),
      when: t("days", { days: daysBetween(cycle.since, today) }),
      source: <CircleSource cycle={cycle} />,
    })),
    ...keystones.map((one) => ({
      key: leafTitle(one.leaf, one.facts),
      reference: referenceOf(one),
      href: leafHref(one.leaf),
      what: (
        <>
          <b>{leafTitle(one.leaf, one.facts)}.</b> {keystoneWords(one)}
          {one.inferred.length === 0 ? null : ` ${t("holding.inferred", { inferred: one.inferred.length })}`}
        </>
      ),
      when: t("holding.named", { count: one.named.length }),
      source:
        "pledge" in one.leaf ? <SourceOf cited={cited} reference={one.leaf.pledge} /> : t("holding.register"),
    })),
  ];
  return (
    <Block
      id="holding"
      title={t("holding.title")}
      all={{ href: "/conditions#keystones", words: t("holding.all") }}
    >
      <p className="text-caption text-muted mb-3 max-w-[88ch] print:max-w-none">
        {conditions(`waiters.reading.${inferred}`)}{" "}
        <a
          className="print:hidden"
          href={asOfHref(
            viewHref(
              participant === null ? "/briefing" : `/briefing/${participant}`,
              { inferred: inferred === "with" ? "without" : null },
              "holding",
            ),
          )}
        >
          {conditions(`waiters.readOtherwise.${inferred}`)}
        </a>
      </p>
      {lines.length === 0 ? (
        <p className="text-muted">{t("holding.none")}</p>
      ) : (
        <BriefingLines caption={t("holding.title")} when={t("column.weight")} lines={lines} />
      )}
    </Block>
  );
}

const partiesOf = ({ participants }: CycleDetails, names: ParticipantNames): string =>
  listWords(participants.map((code) => names[code] ?? code));

function referenceOf({ leaf }: KeystoneRow): string {
  if ("pledge" in leaf) return leaf.pledge;
  return t("trigger" in leaf ? "holding.trigger" : "holding.approval");
}

const keystoneWords = ({ participants, necessary, frees, freesAssumed }: KeystoneRow): string =>
  t("holding.words", {
    participants: participants.length,
    necessary: necessary.length,
    frees: frees.length,
    assumed: freesAssumed.length,
  });

/** The newest evidence about what its pledges wait for. */
function CircleSource({ cycle: { evidence } }: { cycle: CycleDetails }) {
  const [piece] = evidence;
  if (!piece) return <>{t("holding.register")}</>;
  const { source, kind, reliability, credibility } = piece;
  return (
    <>
      <a href={asOfHref(`/sources/${source.id}`)}>
        <bdi>{source.publisher}</bdi>
      </a>
      {source.publishedOn === null ? null : `, ${shortDay(source.publishedOn)}`},{" "}
      {inSentence(domain(`evidenceKind.${kind}`))} {reliability}
      {credibility}
    </>
  );
}
