// What one pledge waits for, the pledge, and who waits for it: one step each way, every box a link.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { stageLook } from "@/components/ui/marks/stage-ring";
import type { WaitersAround } from "@/lib/domain/conditions/graph/around";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { translator } from "@/lib/i18n/translator";
import { truthName } from "../condition/truth";
import { boxesLeft, boxesRight, type AroundBox } from "./around-boxes";
import { Mark } from "./box-parts";
import { fitted } from "./fit";
import type { Truth } from "@/lib/domain/pledge/condition";

const t = translator("graph");

/** With the pledge itself a dozen boxes at most. */
export const MOST_AROUND = 5;

const WIDTH = 848;
const LEFT = { x: 1, width: 300 };
const MIDDLE = { x: 368, width: 168 };
const RIGHT = { x: 603, width: 244 };
const BOX = 42;
const STEP = 49;
const HEAD = 24;

interface Given extends WaitersAround {
  details: PledgeDetails;
  /** Whether it can start. */
  truth: Truth;
}

export function GraphAround({ details, truth, waiters, more }: Given) {
  const all = boxesLeft(details);
  const left = all.slice(0, all.length > MOST_AROUND + 1 ? MOST_AROUND : MOST_AROUND + 1);
  const right = boxesRight(details, waiters);
  if (left.length + right.length === 0) return null;
  const hidden = all.length - left.length;
  const rows = Math.max(left.length, right.length, 1);
  const foot = hidden > 0 || more ? 22 : 0;
  const middle = HEAD + (rows * STEP - (STEP - BOX)) / 2;
  const at = (place: number, of: number): number => middle + (place - (of - 1) / 2) * STEP;
  return (
    <div
      className="wide"
      role="region"
      aria-label={t("around.label", { reference: details.reference })}
      tabIndex={0}
    >
      <svg
        className="graph"
        viewBox={`0 0 ${WIDTH} ${HEAD + rows * STEP + foot}`}
        width={WIDTH}
        height={HEAD + rows * STEP + foot}
        role="group"
        aria-label={t("around.label", { reference: details.reference })}
      >
        {left.length === 0 ? null : (
          <text className="ghead" x={LEFT.x} y="14">
            {t("around.left")}
          </text>
        )}
        {right.length === 0 ? null : (
          <text className="ghead" x={RIGHT.x} y="14">
            {t("around.right")}
          </text>
        )}
        <g aria-hidden="true">
          {left.map(({ key, line }, place) => (
            <path
              key={key}
              className={line}
              d={bow(LEFT.x + LEFT.width, at(place, left.length), MIDDLE.x, middle)}
            />
          ))}
          {right.map(({ key, line }, place) => (
            <path
              key={key}
              className={line}
              d={bow(MIDDLE.x + MIDDLE.width, middle, RIGHT.x, at(place, right.length))}
            />
          ))}
        </g>
        {left.map((box, place) => (
          <Neighbour key={box.key} box={box} {...LEFT} y={at(place, left.length)} />
        ))}
        <Own details={details} truth={truth} y={middle} />
        {right.map((box, place) => (
          <Neighbour key={box.key} box={box} {...RIGHT} y={at(place, right.length)} />
        ))}
        {hidden > 0 ? (
          <text className="gsub" x={LEFT.x} y={HEAD + rows * STEP + 12}>
            {t("around.more", { count: hidden })}
          </text>
        ) : null}
        {more ? (
          <text className="gsub" x={RIGHT.x} y={HEAD + rows * STEP + 12}>
            {t("around.moreWait")}
          </text>
        ) : null}
      </svg>
    </div>
  );
}

function Neighbour({ box, x, y, width }: { box: AroundBox; x: number; y: number; width: number }) {
  const [glyph, family] = box.look;
  const top = y - BOX / 2;
  return (
    <a href={asOfHref(box.href)} className="gbox" aria-label={box.name}>
      <title>{box.name}</title>
      <rect className="gface" x={x} y={top} width={width} height={BOX} />
      <rect className="spot" x={x - 3} y={top - 3} width={width + 6} height={BOX + 6} rx="3" />
      <Mark name={glyph} family={family} x={x + 11} y={y - 8} />
      <text className="gbold" x={x + 38} y={y - 4}>
        {fitted(box.title, width - 46, 14)}
      </text>
      <text className="gsub" x={x + 38} y={y + 13}>
        {fitted(box.note, width - 46, 12)}
      </text>
    </a>
  );
}

/** The pledge that the page is about: it doesn't link to itself. */
function Own({ details: { reference, stage }, truth, y }: Pick<Given, "details" | "truth"> & { y: number }) {
  const [glyph, family] = stageLook(stage);
  const { x, width } = MIDDLE;
  return (
    <g className="gbox own-line">
      <rect className="gface" x={x} y={y - 26} width={width} height="52" />
      <Mark name={glyph} family={family} x={x + 11} y={y - 8} />
      <text className="gref" x={x + 38} y={y - 5}>
        {reference}
      </text>
      <text className="gbold" x={x + 38} y={y + 14}>
        {fitted(t(`around.start.${truthName(truth)}`), width - 44, 14)}
      </text>
    </g>
  );
}

function bow(fromX: number, fromY: number, toX: number, toY: number): string {
  const half = (toX - fromX) / 2;
  return `M${fromX} ${fromY}C${fromX + half} ${fromY} ${toX - half} ${toY} ${toX} ${toY}`;
}
