import { describedBy, LabelledField } from "@/components/ui/field";
import { translator } from "@/lib/i18n/translator";

const ui = translator("ui");

interface Props {
  id: string;
  label: string;
  email: string;
  errors: ReadonlyMap<string, string>;
}

/** Proves who is there. Password managers find the account by the hidden address. */
export function CurrentPassword({ id, label, email, errors }: Props) {
  const error = errors.get(id);
  return (
    <>
      <input
        className="sr-only"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <LabelledField id={id} label={label} error={error} errorPrefix={ui("errorPrefix")}>
        <input
          className="input"
          id={id}
          name="current"
          type="password"
          autoComplete="current-password"
          required
          {...describedBy(id, { error })}
        />
      </LabelledField>
    </>
  );
}
