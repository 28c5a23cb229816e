// Mail to an account's holder: a link for setting the password, which nobody else sees, or a notice of what
// others changed. To an administrator: a notice of an alarm or of a new administrator.
import "server-only";
import { createHash, randomBytes } from "node:crypto";
import {
  accountOutbox,
  claimAccountMail,
  storeLink,
  type ClaimedAccountMail,
} from "@/lib/db/jobs/account-mails";
import { ALARMS } from "@/lib/domain/log/alarms";
import type { AccountMailKind } from "@/lib/domain/notices/account-mail";
import { HELD_HOURS } from "@/lib/domain/people/power";
import { LINK_HOURS } from "@/lib/domain/proposals/account";
import { withLanguage } from "@/lib/i18n/reader";
import { translator } from "@/lib/i18n/translator";
import type { Letter } from "./letter";
import { mailHost, sendClaimed, type Mail, type PostOffice, type SendingOutcome } from "./post";

const t = translator("inbox");
const health = translator("health");

/** Sends the next that waits. Null: none is due. */
export async function sendNextAccountMail(office: PostOffice): Promise<SendingOutcome | null> {
  const claimed = await claimAccountMail(office.leaseMs);
  return claimed && sendClaimed(office, accountOutbox, claimed, await mailTo(claimed, office.home));
}

/** Null if the account is disabled. */
async function mailTo(claimed: ClaimedAccountMail, home: string): Promise<Mail | null> {
  const { id, kind, person } = claimed;
  if (!person.isOpen) return null;
  const link = kind === "LINK" ? await newLink(person.id, home) : null;
  const letter = withLanguage(person.language ?? "en", () => letterOf(claimed, link, home));
  return {
    ...letter,
    id,
    messageId: `<account.${id}@${mailHost(home)}>`,
    to: { name: person.name, address: person.email },
    stop: `${home}/profile`,
  };
}

async function newLink(personId: string, home: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await storeLink(personId, createHash("sha256").update(token).digest("hex"), LINK_HOURS);
  return `${home}/set-password/${token}`;
}

const PLACES: Record<AccountMailKind, string> = {
  LINK: "/profile",
  POWER: "/profile",
  FACTOR_REMOVED: "/profile",
  ALARM: "/",
  NEW_ADMIN: "/admin/people",
  BREAK_GLASS: "/admin/people",
};

function letterOf({ kind, about, person }: ClaimedAccountMail, link: string | null, home: string): Letter {
  const alarm = ALARMS.find((code) => code === about);
  const words = {
    hours: kind === "LINK" ? LINK_HOURS : HELD_HOURS,
    alarm: alarm ? health(`alarm.${alarm}`) : "",
    todo: alarm ? health(`alarmTodo.${alarm}`) : "",
  };
  const lines = [
    t("accountMail.hello", { name: person.name }),
    t(`accountMail.${kind}.text`, words),
    link ?? `${home}${PLACES[kind]}`,
    ...(kind === "ALARM" ? [] : [t("accountMail.unexpected")]),
  ];
  const html = lines
    .map((line) =>
      line.startsWith(home)
        ? `<p><a href="${escaped(line)}">${escaped(line)}</a></p>`
        : `<p>${escaped(line)}</p>`,
    )
    .join("\n");
  return { subject: t(`accountMail.${kind}.subject`, words), text: `${lines.join("\n\n")}\n`, html };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`);
