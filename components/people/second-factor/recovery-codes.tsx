import { translator } from "@/lib/i18n/translator";
import { TakeAlong } from "./take-along";

const t = translator("second-factor");

export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <TakeAlong codes={codes} words={{ copy: t("copy"), copied: t("copied"), print: t("print") }} />
    </>
  );
}
