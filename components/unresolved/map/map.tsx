// Europe, filled like the matrix. The table next to it has the same links for the keyboard: small countries
// would be too small as targets.
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { Shade } from "@/lib/domain/unresolved/charts/shades";
import { FRAME, MAP_SHAPES, type MapPlace } from "./places";
import { hrefOfPlace, lookOf, markOf, nameOfPlace, staysHere } from "./look";

interface Given {
  places: readonly MapPlace[];
  shades: readonly Shade[];
  current: string | null;
}

export function EuropeMap({ places, shades, current }: Given) {
  const drawn = places.filter(({ shape }) => shape !== null);
  const others = MAP_SHAPES.filter(({ code }) => !drawn.some((place) => place.code === code));
  return (
    <svg
      className="map-drawing block w-full h-auto border border-rule print:max-w-[150mm] forced-colors:forced-color-adjust-none"
      viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
      aria-hidden="true"
    >
      <defs>
        <pattern id="map-no" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="fill-none stroke-(--hatch) stroke-[1.6]" d="M0 0v9" />
        </pattern>
        <pattern id="map-de" width="22" height="14" patternUnits="userSpaceOnUse">
          <path className="fill-none stroke-muted stroke-[1.6]" d="M2 3h8M13 10h8" />
        </pattern>
      </defs>
      <path className="fill-sunken stroke-rule max-md:stroke-2" d={others.map(({ d }) => d).join("")} />
      {drawn.map((place) => (
        <Country key={place.code} place={place} shades={shades} />
      ))}
      {drawn
        .filter(({ code }) => code === current)
        .map(({ code, shape }) => (
          <path
            key={code}
            className="here pointer-events-none fill-none stroke-text stroke-4 max-md:stroke-7"
            d={shape?.d}
          />
        ))}
      {drawn.filter(({ tile }) => !tile).map((place) => labelOf(place, shades))}
    </svg>
  );
}

function Country({ place, shades }: { place: MapPlace; shades: readonly Shade[] }) {
  const href = hrefOfPlace(place);
  return (
    <a href={asOfHref(href)} tabIndex={-1} {...staysHere(href)} id={`map-${place.code}`}>
      <title>{nameOfPlace(place)}</title>
      <path className="fill-surface stroke-control max-md:stroke-2" d={place.shape?.d} />
      <path className={`stroke-control max-md:stroke-2 ${lookOf(place.cell, shades)}`} d={place.shape?.d} />
    </a>
  );
}

/** Code and digit where there is room for both, else the digit alone. */
function labelOf({ code, cell, shape }: MapPlace, shades: readonly Shade[]) {
  if (shape === null) return null;
  const [x, y] = shape.at;
  const [mark, look] = [markOf(cell), lookOf(cell, shades)];
  const both = shape.room >= ROOM_FOR_BOTH;
  return (
    <g key={code}>
      {both ? <Word className={`code ${look}`} x={x} y={y} size={CODE} words={code} /> : null}
      {mark === "" ? null : (
        <Word className={look} x={x} y={both ? y + 21 : y + 7} size={DIGIT} words={mark} />
      )}
    </g>
  );
}

const ROOM_FOR_BOTH = 52;
/** Width and height of a letter, in units of the frame. */
const CODE = [9, 12] as const;
const DIGIT = [12, 17] as const;

/** On a plate in the fill's colour, so that no hatch and no border crosses it. */
function Word({
  className,
  x,
  y,
  size: [across, up],
  words,
}: {
  className: string;
  x: number;
  y: number;
  size: readonly [number, number];
  words: string;
}) {
  const width = across * words.length;
  return (
    <>
      <rect
        className={`pointer-events-none max-md:hidden ${className}`}
        x={x - width / 2}
        y={y - up + 1}
        width={width}
        height={up}
      />
      <text className={`pointer-events-none max-md:hidden ${className}`} x={x} y={y}>
        {words}
      </text>
    </>
  );
}
