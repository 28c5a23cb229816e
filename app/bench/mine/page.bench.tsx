import { MineHeadline } from "@/components/workspace/mine/headline";
import { MineSections } from "@/components/workspace/mine/sections";
import { translator } from "@/lib/i18n/translator";
import { memory } from "../memory";

const t = translator("mine");

export default function MineTwin() {
  const { actor, today, mine } = memory();
  const sum = (sections: typeof mine): number => sections.reduce((all, { count }) => all + count, 0);
  return (
    <>
      <div className="head">
        <h1>{t("title.other")}</h1>
      </div>
      <MineHeadline
        email={actor.email}
        items={sum(mine)}
        late={sum(mine.filter(({ urgency }) => urgency === "OVERDUE"))}
      />
      <MineSections
        sections={mine}
        email={actor.email}
        asking={{ actor, open: new Map(), today }}
        today={today}
      />
    </>
  );
}
