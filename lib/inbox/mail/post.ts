// Sends mail to the server in SMTP_URL, or writes it to a file if none is set. Encrypted, unless the server
// is on this machine.
import "server-only";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import nodemailer from "nodemailer";
import type { Outbox } from "@/lib/db/jobs/outbox";
import type { Env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import type { Letter } from "./letter";

export interface Mail extends Letter {
  /** With angle brackets; unchanged when the mail is sent again. */
  messageId: string;
  /** For the file name. */
  id: string;
  to: { name: string; address: string };
  /** The unsubscribe address. */
  stop: string;
}

export interface Post {
  /** Resolves once the server has accepted it, or the file is complete. Throws otherwise. */
  send(mail: Mail): Promise<void>;
}

export interface PostOffice extends Post {
  settings: PostSettings;
  /** The register's address, without a trailing slash. */
  home: string;
  /** How long a claimed mail is reserved for one process. */
  leaseMs: number;
}

/** `delayed`: it is tried again later. */
export type SendingOutcome = "sent" | "empty" | "delayed";

/** Sends a claimed mail; null: nothing is left to send. */
export async function sendClaimed(
  office: PostOffice,
  outbox: Outbox,
  { id, attempts }: { id: string; attempts: number },
  mail: Mail | null,
): Promise<SendingOutcome> {
  if (mail === null) {
    await outbox.end(id, "EMPTY");
    return "empty";
  }
  try {
    await office.send(mail);
  } catch (error) {
    const fault = mailFaultIn(error, office.settings);
    logger.warn({ [outbox.name]: id, attempts, fault: fault.text }, "a mail has to wait");
    await outbox.delay({ id, attempts }, fault);
    return "delayed";
  }
  await outbox.end(id, "SENT");
  return "sent";
}

/** Of the register, for Message-IDs. */
export const mailHost = (home: string): string =>
  new URL(home).hostname.replace(/[^A-Za-z0-9.-]/g, "") || "localhost";

export type PostSettings = Pick<Env, "SMTP_URL" | "MAIL_FROM" | "DATA_DIR">;

export const postOf = (settings: PostSettings): Post =>
  settings.SMTP_URL === undefined ? toFolder(settings) : toServer(settings.SMTP_URL, senderIn(settings));

/** Without a mail server nobody checks that the sender exists. */
const senderIn = ({ MAIL_FROM }: PostSettings): string =>
  MAIL_FROM ?? "Pledge Register <pledge-register@localhost>";

/** Upper limit for one mail, whatever the server does. */
export const LONGEST_SENDING_MS = 60_000;

/** The connection settings for the server. */
export function connectionTo(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  const isHere = /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
  const secure = protocol === "smtps:";
  return {
    host,
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isHere,
    tls: { minVersion: "TLSv1.2" as const, rejectUnauthorized: !isHere },
    ...(username === ""
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
  };
}

function toServer(url: string, from: string): Post {
  const transport = nodemailer.createTransport(connectionTo(url));
  return {
    send: async (mail) => {
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("the server took too long")), LONGEST_SENDING_MS);
      });
      try {
        await Promise.race([transport.sendMail(messageOf(mail, from)), tooLong]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** A mail written twice is one file. */
function toFolder(settings: PostSettings): Post {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    send: async (mail) => {
      const { message } = await composer.sendMail(messageOf(mail, senderIn(settings)));
      const folder = path.join(settings.DATA_DIR, "mail");
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${mail.id}.eml`);
      writeFileSync(`${file}.new`, message as Buffer, { flush: true, mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}

const messageOf = ({ messageId, to, stop, subject, text, html }: Mail, from: string) => ({
  from,
  to,
  subject,
  text,
  html,
  messageId,
  headers: {
    "Auto-Submitted": "auto-generated",
    // Mail programs filter by it; the host is the register's.
    "List-Id": `Pledge Register <daily.${messageId.split("@")[1]?.replace(">", "") ?? "localhost"}>`,
    "List-Unsubscribe": `<${stop}>`,
  },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The error for an administrator, never with the password. `isFinal`: the server rejects this mail for good. */
export function mailFaultIn(error: unknown, { SMTP_URL }: PostSettings): { text: string; isFinal: boolean } {
  const { responseCode, command } = (error ?? {}) as { responseCode?: unknown; command?: unknown };
  const isRefusal = typeof responseCode === "number" && responseCode >= 500 && responseCode < 600;
  const isOfMail = typeof command === "string" && /^(MAIL FROM|RCPT TO|DATA)$/.test(command);
  const said = error instanceof Error ? error.message : String(error);
  return { text: withoutSecrets(said, SMTP_URL).slice(0, 300), isFinal: isRefusal && isOfMail };
}

function withoutSecrets(text: string, url: string | undefined): string {
  const { username = "", password = "" } = url === undefined ? {} : new URL(url);
  const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
  // Raw, as in the setting, and as sent: separately, or both together.
  return [`\0${user}\0${pass}`, password, pass, username, user]
    .flatMap((secret) => (secret === "" ? [] : [secret, Buffer.from(secret).toString("base64")]))
    .reduce((rest, secret) => rest.replaceAll(secret, "…"), text)
    .replace(/\p{Cc}+/gu, " ");
}
