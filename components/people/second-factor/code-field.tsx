import { describedBy, LabelledField } from "@/components/ui/field";
import { translator } from "@/lib/i18n/translator";

const ui = translator("ui");

/** `digits`: only a device's codes are accepted, so a phone shows its number pad. */
export function CodeField({
  id = "code",
  label,
  hint,
  error,
  digits = false,
  required = true,
}: {
  id?: string;
  label: string;
  hint: string;
  error: string | undefined;
  digits?: boolean;
  required?: boolean;
}) {
  return (
    <LabelledField id={id} label={label} hint={hint} error={error} errorPrefix={ui("errorPrefix")}>
      <input
        className={"input"}
        id={id}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required={required}
        maxLength={60}
        {...(digits ? { inputMode: "numeric" as const } : {})}
        {...describedBy(id, { hint, error })}
      />
    </LabelledField>
  );
}
