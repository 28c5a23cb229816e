import type { Evidence } from "@/lib/domain/pledge/evidence";
import { translator } from "@/lib/i18n/translator";

export function Grade({ piece }: { piece: Pick<Evidence, "reliability" | "credibility"> }) {
  const domain = translator("domain");
  return (
    <span className="grade">
      <abbr title={domain(`reliability.${piece.reliability}`)}>{piece.reliability}</abbr>
      <abbr title={domain(`credibility.${piece.credibility}`)}>{piece.credibility}</abbr>
    </span>
  );
}
