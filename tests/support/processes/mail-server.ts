// A local mail server whose answers the test decides.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  messageId: string;
  to: string[];
  /** As received. */
  raw: string;
  /** Its body, decoded. */
  text: string;
}

export interface MailServer {
  url: string;
  port: number;
  /** The mails it has accepted, in order, even if the client didn't get the answer. */
  mails: ReceivedMail[];
  close(): Promise<void>;
}

interface Behaviour {
  port?: number;
  /** Called before it confirms a mail. */
  takes?: (mail: ReceivedMail) => Promise<void>;
  /** The code with which it refuses a mail, at the end of its data or at its recipient. */
  refuses?: () => { at: "DATA" | "RCPT"; code: number } | null;
}

export async function openMailServer({ port = 0, takes, refuses }: Behaviour = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo: (_address, _session, callback) => {
      const no = refuses?.();
      callback(no?.at === "RCPT" ? refusal(no.code) : undefined);
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const no = refuses?.();
        if (no?.at === "DATA") return callback(refusal(no.code));
        const raw = Buffer.concat(chunks).toString("utf8");
        const mail = { ...read(raw), to: session.envelope.rcptTo.map(({ address }) => address) };
        mails.push(mail);
        void (takes?.(mail) ?? Promise.resolve()).then(() => callback());
      });
    },
  });
  server.on("error", () => undefined);
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const refusal = (code: number): Error =>
  Object.assign(new Error("Not now, with the key hunter2"), { responseCode: code });

/** The headers and body of a mail, with quoted-printable decoded. */
export function read(raw: string): Omit<ReceivedMail, "to"> {
  const messageId = /^Message-ID: *(\S+)/im.exec(raw)?.[1] ?? "";
  const bytes = raw
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return { messageId, raw, text: Buffer.from(bytes, "latin1").toString("utf8") };
}

/** The entries that a mail reports, from the links in its text. */
export const entriesIn = ({ text }: Pick<ReceivedMail, "text">): number[] => [
  ...new Set([...text.matchAll(/\/inbox\/(\d+)/g)].map(([, seq]) => Number(seq))),
];
