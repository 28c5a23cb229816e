import type { Evidence } from "@/lib/domain/pledge/evidence";
import { translator } from "@/lib/i18n/translator";

export function Grade({ piece }: { piece: Pick<Evidence, "reliability" | "credibility"> }) {
  const domain = translator("domain");
  return (
    <span className="grade inline-flex border border-control">
      <abbr
        className="text-center w-5.5 text-text text-small font-semibold font-mono no-underline"
        title={domain(`reliability.${piece.reliability}`)}
      >
        {piece.reliability}
      </abbr>
      <abbr
        className="text-center w-5.5 border-l border-l-rule text-text text-small font-semibold font-mono no-underline"
        title={domain(`credibility.${piece.credibility}`)}
      >
        {piece.credibility}
      </abbr>
    </span>
  );
}
