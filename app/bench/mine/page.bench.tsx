import { Markup } from "@/components/ui/page/markup/markup";
import { PageHead } from "@/components/ui/page/page-head";
import { deskFigures } from "@/app/(register)/mine/desk-today";
import { DueThisWeek } from "@/components/workspace/mine/due";
import { MineHeadline } from "@/components/workspace/mine/headline";
import { MyProposals } from "@/components/workspace/mine/proposals";
import { Stale } from "@/components/workspace/mine/stale";
import { translator } from "@/lib/i18n/translator";
import { memory } from "../memory";

const t = translator("mine");

export default function MineTwin() {
  const { actor, at, today, names, mine } = memory();
  const { returned, due, stale, waiting } = mine;
  const shared = { me: actor.id, at };
  return (
    <>
      <PageHead title={t("title.other")} />
      <Markup>
        <MineHeadline {...deskFigures(mine)} />
      </Markup>
      <MyProposals which="returned" proposals={returned} {...shared} />
      <Markup>
        <DueThisWeek
          steps={due.steps}
          total={due.total}
          rest={due.rest}
          actor={actor}
          names={names.participants}
          today={today}
        />
      </Markup>
      <Markup>
        <Stale {...stale} actor={actor} questionContext={{ actor, open: new Map(), today }} today={today} />
      </Markup>
      <MyProposals which="waiting" proposals={waiting} {...shared} />
    </>
  );
}
