import { translator } from "@/lib/i18n/translator";
import { TakeAlong } from "./take-along";

const t = translator("second-factor");

export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(240px,1fr))] gap-y-0.5 gap-x-4 mb-3">
        {codes.map((code) => (
          <li key={code}>
            <code className="text-[0.9375rem]/7 font-medium font-mono">{code}</code>
          </li>
        ))}
      </ol>
      <TakeAlong codes={codes} words={{ copy: t("copy"), copied: t("copied"), print: t("print") }} />
    </>
  );
}
