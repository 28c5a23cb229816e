// Up to four facts in a row, each a figure with what it is and what belongs to it.
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "./glyph";

export interface ShownFact {
  glyph: GlyphName;
  name: string;
  value: string;
  more: ReactNode;
  warns?: boolean;
}

export function FactRow({ title, facts }: { title: string; facts: readonly ShownFact[] }) {
  return (
    <section aria-label={title}>
      <dl className="m-0 grid border-y border-t-2 border-rule border-t-rule-strong sm:grid-cols-2 xl:grid-cols-4">
        {facts.map((fact) => (
          <Fact key={fact.name} {...fact} />
        ))}
      </dl>
    </section>
  );
}

function Fact({ glyph, name, value, more, warns = false }: ShownFact) {
  return (
    <div className="border-rule px-5 py-3 not-first:border-t sm:not-first:border-t-0 sm:not-first:border-l xl:first:pl-0">
      <dt className="flex items-center gap-2 text-caption text-muted">
        <Glyph name={warns ? "gap" : glyph} /> {name}
      </dt>
      <dd className="m-0 text-[1.5rem] leading-8">{value}</dd>
      <dd className="m-0 text-caption text-muted">{more}</dd>
    </div>
  );
}
