// The settings, read from the environment on first use: a build needs none of them.
import "server-only";
import { z } from "zod";
import { witnessesIn } from "@/lib/domain/log/witness";
import { withSecretFiles } from "./secret-files.mjs";
import { weakSecret } from "./weak-secret.mjs";

const given = (schema: z.ZodType<string>) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const connections = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.coerce.number().int().min(2).max(200).default(10),
);

/** With a longer time a supervisor would kill the process. */
const seconds = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.coerce.number().int().min(0).max(300).optional(),
);

const secret = z.string().refine((text) => weakSecret(text) === null, {
  error: ({ input }) => weakSecret(String(input)) ?? "",
});

const settings = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "not a PostgreSQL address"),
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_SECRETS_BEFORE: z
    .string()
    .max(4_000)
    .default("")
    .transform((text) => text.split(/\s+/).filter(Boolean))
    .pipe(z.array(secret)),
  NEXTAUTH_URL: given(z.url({ protocol: /^https?$/ })),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().default(".data"),
  CHECKPOINT_SINKS: z.string().max(4000).default(""),
  WITNESSES: z
    .string()
    .max(20_000)
    .default("")
    .refine((text) => witnessesIn(text) !== null, "not addresses with a witness’s verifier key each"),
  FILES_BUCKET: given(z.url({ protocol: /^https?$/ })),
  FILES_REGION: given(z.string().max(100)),
  FILES_KEY_ID: given(z.string().max(500)),
  FILES_SECRET: given(z.string().max(500)),
  SEALING_KEYS_FILE: given(z.string().max(1_000)),
  REGISTER_TIME_ZONE: given(z.string().refine(isTimeZone, "no such time zone")),
  MARKING: given(z.string().max(200)),
  DATABASE_POOL: connections,
  DRAIN_SECONDS: seconds,
  HSTS_SUBDOMAINS: z.enum(["0", "1", ""]).default(""),
  SMTP_URL: given(
    z
      .string()
      .refine(
        isMailServer,
        "begins with smtp:// or smtps://, names a host, has no path, and writes a % as %25",
      ),
  ),
  MAIL_FROM: given(z.string().max(320).refine(isSender, "an address, for example register@ministry.example")),
  SECURITY_CONTACT: given(
    z.string().max(2_000).refine(areContacts, "mailto:, https:// or tel: addresses, separated by spaces"),
  ),
  OIDC_ISSUER: given(
    z.string().max(500).refine(isIssuer, "an https:// address without parameters, as the provider states it"),
  ),
  OIDC_CLIENT_ID: given(z.string().max(500)),
  OIDC_CLIENT_SECRET: given(z.string().max(500)),
  OIDC_SCOPE: given(
    z
      .string()
      .max(500)
      .regex(/^openid( |$)/, "begins with openid"),
  ),
  OIDC_GROUPS: z.string().max(100).default("groups"),
  OIDC_ACR: z
    .string()
    .max(1_000)
    .default("")
    .transform((text) => text.split(/\s+/).filter(Boolean)),
  BREAK_GLASS: z
    .string()
    .max(1_000)
    .default("")
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .refine((emails) => emails.length === 0 || new Set(emails).size === 2, "two e-mail addresses"),
  TRUSTED_PROXIES: z.string().default(""),
  METRICS_TOKEN: given(z.string().min(16, "it takes 16 characters").max(500)),
  WORKER_METRICS: given(
    z.string().refine((text) => listenAt(text) !== null, "a port, or an address and a port"),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: given(z.url({ protocol: /^https?$/ })),
  REQUEST_LOG: z.enum(["0", "1", ""]).default(""),
  LOG_STREAM: given(
    z
      .string()
      .refine((text) => streamTarget(text) !== null, "stdout, syslog://host:port or syslog+tls://host:port"),
  ),
  WEBHOOK_HOSTS: z.string().max(4_000).default(""),
  CHANGES_AT_ONCE: z.coerce.number().int().min(0).max(100_000).default(60),
  DEMO: z.enum(["0", "1", ""]).default(""),
  DEMO_PASSWORD: given(z.string().min(1)),
});

/** A bucket needs both parts of its key. */
const BUCKET_NEEDS = ["FILES_KEY_ID", "FILES_SECRET"] as const;
/** A provider sends people back only to a known address. */
const ISSUER_NEEDS = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "NEXTAUTH_URL"] as const;

const schema = settings
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ["MAIL_FROM"],
    error: "is needed with SMTP_URL",
  })
  .refine((given) => given.FILES_BUCKET === undefined || BUCKET_NEEDS.every((name) => given[name]), {
    path: ["FILES_BUCKET"],
    error: `it takes ${BUCKET_NEEDS.join(" and ")}, too`,
  })
  .refine((given) => given.OIDC_ISSUER === undefined || ISSUER_NEEDS.every((name) => given[name]), {
    path: ["OIDC_ISSUER"],
    error: `it takes ${ISSUER_NEEDS.join(", ")}, too`,
  })
  .refine(({ BREAK_GLASS, OIDC_ISSUER }) => BREAK_GLASS.length === 0 || OIDC_ISSUER !== undefined, {
    path: ["BREAK_GLASS"],
    error: "it takes OIDC_ISSUER: else nobody else could sign in",
  });

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** The settings of .env.example. Throws, naming each one that is missing or wrong. */
export function env(): Env {
  return (parsed ??= parse());
}

/** Hosts by name to which webhooks go although they are inside the network, or not encrypted. */
export const webhookHosts = ({ WEBHOOK_HOSTS }: Pick<Env, "WEBHOOK_HOSTS">): string[] =>
  WEBHOOK_HOSTS.split(",")
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== "");

/** `9464`, only on this machine, or `0.0.0.0:9464`; null: neither. */
export function listenAt(text: string): { host: string; port: number } | null {
  const [, host = "127.0.0.1", port = ""] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === "" || Number(port) < 1 || Number(port) > 65_535) return null;
  return { host: host.replace(/^\[(.*)\]$/, "$1"), port: Number(port) };
}

export type StreamTarget = "stdout" | { host: string; port: number; encrypted: boolean };

/** Null: none of these. Without a port, syslog's own. */
export function streamTarget(text: string): StreamTarget | null {
  if (text === "stdout") return "stdout";
  const [, tls, host = "", port] =
    /^syslog(\+tls)?:\/\/([^\s/?#@:]+|\[[\da-f:.]+\])(?::(\d{1,5}))?\/?$/i.exec(text) ?? [];
  if (host === "" || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) return null;
  const encrypted = tls !== undefined;
  return {
    host: host.replace(/^\[(.*)\]$/, "$1"),
    port: Number(port ?? (encrypted ? 6514 : 514)),
    encrypted,
  };
}

/** Only the database address, for scripts that need no other setting. */
export function databaseUrl(): string {
  const address = settings.shape.DATABASE_URL.safeParse(withSecretFiles(process.env).DATABASE_URL);
  if (!address.success) throw new Error("DATABASE_URL is missing, or not a PostgreSQL address");
  return address.data;
}

/** The maximum number of connections per instance; scripts use it too. */
export function poolSize(): number {
  const size = connections.safeParse(process.env.DATABASE_POOL);
  if (!size.success) throw new Error("DATABASE_POOL is not a number from 2 to 200");
  return size.data;
}

/** Whether mails go out, for scripts that need no other setting. */
export const sendsMail = (): boolean => Boolean(withSecretFiles(process.env).SMTP_URL);

function parse(): Env {
  const result = schema.safeParse(withSecretFiles(process.env));
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings are missing or wrong. ${wrong.join("; ")}`);
}

/** Only the scheme decides on encryption; no other part of the address can turn it off. */
function isMailServer(text: string): boolean {
  if (!/^smtps?:\/\/[^/?#]+\/?$/.test(text) || !URL.canParse(text)) return false;
  return new URL(text).hostname !== "" && isDecodable(text);
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== "";
  } catch {
    return false;
  }
}

/** An address, or a name and the address in angle brackets. */
function isSender(text: string): boolean {
  return /^(?:[^<>@\p{Cc}]*<[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/u.test(text);
}

/** Without encryption only on this machine. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  if (search !== "" || hash !== "" || username !== "") return false;
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1"].includes(hostname));
}

/** Contacts as RFC 9116 allows them. */
function areContacts(text: string): boolean {
  const words = text.split(/\s+/).filter(Boolean);
  return words.every((word) => /^(mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*|tel:\+?[\d().-]+)$/.test(word));
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** The register's address, for links that are read elsewhere: in mails and in calendar programs. */
export function homeAddress({ NEXTAUTH_URL, HOST, PORT }: Env): string {
  const host = HOST === "127.0.0.1" || HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST;
  return (NEXTAUTH_URL ?? `http://${host}:${PORT}`).replace(/\/+$/, "");
}
