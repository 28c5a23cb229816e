// `npm run admin:create EMAIL [NAME]`: creates the first administrator of a register that has none; or restores access
// for an existing one who lost the password or the device. Prints the link for setting the password.
import { pathToFileURL } from "node:url";
import type { Refusal } from "@/lib/domain/base/refusal";
import { findRegister } from "@/lib/db/queries/log/register";
import { createFirstAdministrator, renewLink } from "@/lib/people/people/commands";
import { loadPersonByEmail } from "@/lib/people/people/queries";
import { personInput } from "@/lib/people/people/schema";
import { removeSecondFactor } from "@/lib/people/people/second-factor";
import { env, homeAddress } from "@/lib/platform/env";
import { THE_REGISTER } from "@/lib/workspace/settings/commands";
import { runScript } from "./run-script";

type Made = { link: string } | { sorry: string };

/** The link's path, or why there is none. */
export async function createAdministrator(
  email: string | undefined,
  name: string | undefined,
): Promise<Made> {
  const parsed = personInput.safeParse({ email, name: name ?? email?.split("@")[0], role: "ADMIN" });
  if (!parsed.success)
    return { sorry: 'Give an e-mail address: npm run admin:create someone@ministry.example "Their Name"' };
  const register = await findRegister();
  if (!register) return { sorry: "The register isn't founded yet. Run npm start once, then run this again." };
  const created = await createFirstAdministrator(THE_REGISTER, parsed.data);
  if (created.ok) return { link: created.value.setPasswordLink };
  const link = await wayBack(parsed.data.email);
  return link === null ? { sorry: reasonOf(created.refusal) } : { link };
}

/**
 * A new link for an active administrator, without the second factor, which may be lost. Recorded as the register's act.
 */
async function wayBack(email: string): Promise<string | null> {
  const found = await loadPersonByEmail(THE_REGISTER, email);
  if (!found.ok || found.value.role !== "ADMIN" || found.value.disabledAt !== null) return null;
  const { id } = found.value;
  await removeSecondFactor(THE_REGISTER, { id });
  const renewed = await renewLink(THE_REGISTER, { id });
  return renewed.ok ? (renewed.value.done?.setPasswordLink ?? null) : null;
}

const reasonOf = ({ code, errors = [] }: Refusal): string =>
  REASONS[code] ?? errors.map((error) => REASONS[error.code] ?? error.code).join(" ");

const REASONS: Record<string, string> = {
  "already-there": "There is already an administrator, who can create accounts on the page People.",
  "email-taken": "This e-mail address already belongs to an account.",
  "email-look-alike": "This e-mail address looks almost the same as that of an account.",
  "name-shared": 'Someone already has this name. Add a word to this one, for example "Anna Example (Kyiv)".',
  "name-look-alike":
    'Someone has a name that looks the same. Add a word to this one, for example "Anna Example (Kyiv)".',
};

async function main(): Promise<number> {
  const made = await createAdministrator(process.argv[2], process.argv[3]);
  if ("link" in made)
    console.log(
      `The administrator sets the password here. The link works once, within 24 hours:\n  ${addressOf(made.link, process.env)}`,
    );
  else console.error(made.sorry);
  return "link" in made ? 0 : 1;
}

/** Without NEXTAUTH_URL and PORT, where the register is served isn't known here: then only its path is given. */
export function addressOf(link: string, given: Readonly<Record<string, string | undefined>>): string {
  if (given["NEXTAUTH_URL"] || given["PORT"]) return `${homeAddress(env())}${link}`;
  return `${link} (below the register's address)`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await runScript(main, "", () => 1);
