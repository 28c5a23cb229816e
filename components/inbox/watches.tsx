// What the user watches: the five priorities, and everything else with a way to stop.
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { viewHref } from "@/components/ui/address/view-href";
import { Section } from "@/components/ui/page/section";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { topicName, type PersonWatch, type WatchKind } from "@/lib/domain/people/watch";
import { topicWords } from "@/lib/i18n/words/notice-words";
import { translator } from "@/lib/i18n/translator";
import { WatchButton } from "./watch-button";

const t = translator("inbox");

const BACK = "/inbox/watching";

export function Watches({ watches }: { watches: readonly PersonWatch[] }) {
  const known = new Set(watches.map(topicName));
  const priorities = PRIORITIES.map((priority): PersonWatch => ({
    kind: "priority",
    key: String(priority),
    title: null,
  }));
  return (
    <>
      <WatchList name={t("watch.priorities")} id="priorities" watches={priorities} known={known} />
      {(["pledge", "participant", "trigger"] as const).map((kind) => (
        <WatchList
          key={kind}
          name={t(`watch.kind.${kind}`)}
          id={kind}
          watches={watches.filter((watch) => watch.kind === kind)}
          known={known}
        />
      ))}
    </>
  );
}

function WatchList({
  name,
  id,
  watches,
  known,
}: {
  name: string;
  id: string;
  watches: readonly PersonWatch[];
  known: ReadonlySet<string>;
}) {
  return (
    <Section id={id} title={name}>
      {watches.length === 0 ? (
        <p className="text-muted">{t("watch.nothing")}</p>
      ) : (
        <ul className="watch-list max-w-[76ch]">
          {watches.map((watch) => (
            <li
              className="flex flex-wrap items-center justify-between gap-y-1 gap-x-4 px-0 py-1.5 border-b border-b-rule"
              key={topicName(watch)}
            >
              <a className="flex-[1_1_12rem]" href={hrefOf(watch)}>
                {topicWords(watch)}
              </a>
              <CoalitionMark reference={watch.key} />
              <WatchButton
                topic={watch}
                watching={known.has(topicName(watch))}
                back={BACK}
                name={topicWords(watch)}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const hrefOf = ({ kind, key }: PersonWatch): string => HREFS[kind](key);

const HREFS: Record<WatchKind, (key: string) => string> = {
  pledge: (key) => `/pledges/${key}`,
  participant: (key) => `/participants/${key}`,
  trigger: (key) => `/conditions/${key}`,
  priority: (key) => viewHref("/pledges", { priority: key }),
};
