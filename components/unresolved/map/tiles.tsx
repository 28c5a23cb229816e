import { asOfHref } from "@/components/ui/address/as-of-href";
import { codeLook } from "@/components/ui/looks";
import { StageRing } from "@/components/ui/marks/stage-ring";
import { isMissing } from "@/components/unresolved/coverage/figures";
import type { Shade } from "@/lib/domain/unresolved/charts/shades";
import { translator } from "@/lib/i18n/translator";
import { hrefOfPlace, lookOf, markOf, nameOfPlace, staysHere } from "./look";
import type { MapPlace } from "./places";

const t = translator("map");

/** Participants outside the frame, without a place on a map, or too small on this one. */
interface Given {
  places: readonly MapPlace[];
  shades: readonly Shade[];
  current: string | null;
}

export function Tiles({ places, shades, current }: Given) {
  const tiled = places.filter(({ tile }) => tile);
  if (tiled.length === 0) return null;
  return (
    <section aria-labelledby="tiles">
      <h2 id="tiles" className="mx-0 mt-4 mb-2 text-caption font-semibold">
        {t("tiles")}
      </h2>
      <ul className="tiles grid grid-cols-[repeat(auto-fill,minmax(216px,1fr))] gap-y-0 gap-x-6">
        {tiled.map((place) => (
          <Tile key={place.code} place={place} shades={shades} current={place.code === current} />
        ))}
      </ul>
    </section>
  );
}

function Tile({ place, shades, current }: { place: MapPlace; shades: readonly Shade[]; current: boolean }) {
  const { code, name, cell } = place;
  const href = hrefOfPlace(place);
  const stage = cell.position === "DECLINED" ? "DECLINED" : (cell.highestStage ?? "SUSPENDED");
  return (
    <li>
      <a
        className="flex items-center gap-2 px-0 py-1.25 border-b border-b-rule text-text no-underline current:pl-2.5"
        href={asOfHref(href)}
        aria-label={nameOfPlace(place)}
        aria-current={current ? "true" : undefined}
        {...staysHere(href)}
      >
        <span className={codeLook("w-10 text-muted")}>{code}</span>
        <span className="tile-name flex-1">{name}</span>
        <span className={`px-2 py-0 w-13 font-semibold swatch ${lookOf(cell, shades)}`}>
          {isMissing(cell) ? <i className="hatch" /> : null}
          {cell.position === "NONE" ? null : <StageRing stage={stage} />}
          {cell.position === "DECLINED" ? null : markOf(cell)}
        </span>
      </a>
    </li>
  );
}
