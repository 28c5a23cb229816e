// Icons are defined once per page; each use is one short tag. Cut-outs are holes, so that any background shows.
export const GLYPHS = {
  signalled: <circle cx="8" cy="8" r="6.2" strokeDasharray="2 1.9" />,
  pledged: [ring(), <path key="f" d="M8 8V4a4 4 0 0 1 4 4Z" {...solid()} />],
  committed: [ring(), <path key="f" d="M8 4a4 4 0 0 1 0 8Z" {...solid()} />],
  allocated: [ring(), <path key="f" d="M8 8V4a4 4 0 1 1-4 4Z" {...solid()} />],
  delivering: [ring(), <circle key="f" cx="8" cy="8" r="4" {...solid()} />],
  fulfilled: tickedDisc(),
  declined: <path d="M2.5 7h11v2h-11Z" {...solid()} />,
  suspended: [ring(), <path key="s" d="M6.2 5.5v5M9.8 5.5v5" />],
  withdrawn: [ring(), <path key="s" d="M3.6 12.4 12.4 3.6" />],
  lapsed: [ring(), <path key="s" d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" />],
  superseded: [ring(), <path key="s" d="M4.6 8h6.2M8.4 5.4 11 8l-2.6 2.6" />],
  gap: [
    <path key="a" d="M13.2 7.4V2.8H2.8v10.4h4.6" />,
    <path key="b" d="M13.2 9.4v3.8H9" strokeDasharray="1.5 1.6" />,
  ],
  blocked: <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1ZM4.4 7v2h7.2V7Z" {...solid()} />,
  quality: [
    <path key="a" d="M8 1.8 14.2 8 8 14.2 1.8 8Z" />,
    <path key="b" d="M8 2.5v11L2.5 8Z" {...solid()} />,
  ],
  dormant: <path d="M13 10.3A5.8 5.8 0 0 1 6.3 2.6a5.8 5.8 0 1 0 6.7 7.7Z" />,
  waiting: (
    <path d="M3.5 2h9M3.5 14h9M4.8 2c0 3.4 3.2 4 3.2 6s-3.2 2.6-3.2 6M11.2 2c0 3.4-3.2 4-3.2 6s3.2 2.6 3.2 6" />
  ),
  true: tickedDisc(),
  false: <path d="M2 2h12v12H2Zm3.2 3.2 5.6 5.6m0-5.6-5.6 5.6" />,
  unknown: [
    <circle key="a" cx="8" cy="8" r="6.2" strokeDasharray="2 1.9" />,
    <path key="b" d="M6.3 6.4a1.75 1.75 0 1 1 2.5 1.6c-.5.3-.8.6-.8 1.3" />,
    <circle key="c" cx="8" cy="11.3" r=".9" {...solid()} />,
  ],
  dispute: <path d="M1.5 5.5h6L5.2 3M14.5 10.5h-6l2.3 2.5M7.5 5.5 5.2 8M8.5 10.5l2.3-2.5" />,
  search: [<circle key="a" cx="7" cy="7" r="4.4" />, <path key="b" d="m10.3 10.3 3.4 3.4" />],
  bell: (
    <path d="M8 1.8a4 4 0 0 0-4 4v3.4L2.6 11.6h10.8L12 9.2V5.8a4 4 0 0 0-4-4ZM6.4 13.6a1.7 1.7 0 0 0 3.2 0" />
  ),
  help: [
    <circle key="a" cx="8" cy="8" r="6.2" />,
    <path key="b" d="M6.3 6.4a1.75 1.75 0 1 1 2.5 1.6c-.5.3-.8.6-.8 1.3" />,
    <circle key="c" cx="8" cy="11.3" r=".9" {...solid()} />,
  ],
  plus: <path d="M8 3v10M3 8h10" />,
  clock: [ring(), <path key="s" d="M8 4.4V8l2.6 1.6" />],
  calendar: <path d="M2.2 3.4h11.6v10.4H2.2Zm0 3.4h11.6M5.2 1.6v3.2m5.6-3.2v3.2" />,
  left: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  right: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  down: <path d="M3.5 6 8 10.5 12.5 6" />,
  up: <path d="M3.5 10 8 5.5l4.5 4.5" />,
  x: <path d="m3.8 3.8 8.4 8.4m0-8.4-8.4 8.4" />,
  link: (
    <path d="M6.6 9.4 9.4 6.6M7 4.6l1.4-1.4a3.1 3.1 0 0 1 4.4 4.4L11.4 9M9 11.4l-1.4 1.4a3.1 3.1 0 0 1-4.4-4.4L4.6 7" />
  ),
  doc: <path d="M3.5 1.8h6l3 3v9.4h-9Zm5.8 0v3.2h3.2M5.5 8h5m-5 2.8h5" />,
  lock: <path d="M3 7h10v7H3Zm2.2 0V4.8a2.8 2.8 0 0 1 5.6 0V7" />,
  tick: <path d="m3 8.4 3.4 3.4L13 4.8" strokeWidth="2" />,
  edit: <path d="M10.6 2.6 13.4 5.4 5.8 13 2.4 13.6 3 10.2Zm-1.8 1.8 2.8 2.8" />,
  columns: <path d="M1.8 3h12.4v10H1.8ZM6 3v10m4-10v10" />,
  grip: (
    <path
      d="M5 3.2h1.6v1.6H5Zm0 4h1.6v1.6H5Zm0 4h1.6v1.6H5Zm4.4-8H11v1.6H9.4Zm0 4H11v1.6H9.4Zm0 4H11v1.6H9.4Z"
      {...solid()}
    />
  ),
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
  eye: [
    <path key="a" d="M1.5 8S4 3.6 8 3.6 14.5 8 14.5 8 12 12.4 8 12.4 1.5 8 1.5 8Z" />,
    <circle key="b" cx="8" cy="8" r="2" />,
  ],
};

/** Once per page, in the root layout. */
export function GlyphSprite() {
  return (
    <svg className="hidden">
      {Object.entries(GLYPHS).map(([name, shape]) => (
        <symbol
          key={name}
          id={`g-${name}`}
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        >
          {shape}
        </symbol>
      ))}
    </svg>
  );
}

function ring() {
  return <circle key="r" cx="8" cy="8" r="6.2" />;
}

function solid() {
  return { fill: "currentColor", stroke: "none", fillRule: "evenodd" } as const;
}

function tickedDisc() {
  return (
    <path
      d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM4.2 8.8l2.9 2.9 4.8-5.3-1.3-1.2-3.5 3.9-1.6-1.6Z"
      {...solid()}
    />
  );
}
