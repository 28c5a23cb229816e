// One neighbour of the register in a separate process: a bucket, an identity provider or a mail server. It reports its address
// and, when asked, how much it was given.
import { openBucket } from "../../support/files/bucket";
import { openIdentityProvider } from "../../support/processes/identity-provider";
import { openMailServer, type ReceivedMail } from "../../support/processes/mail-server";

const [, , kind = "", home = "", port = "0"] = process.argv;

async function open(): Promise<{ address: object; given: () => object }> {
  if (kind === "bucket") {
    const { address, keyId, secret, region, objects } = await openBucket();
    return { address: { address, keyId, secret, region }, given: () => ({ files: objects.size }) };
  }
  if (kind === "mail") {
    const { url, mails } = await openMailServer();
    return { address: { url }, given: () => ({ mails: mails.length, links: mails.map(linkIn) }) };
  }
  const { issuer, clientId, clientSecret, people } = await openIdentityProvider({ home, port: Number(port) });
  people.set("somebody", { email: "somebody@ministry.example", email_verified: true });
  return { address: { issuer, clientId, clientSecret }, given: () => ({}) };
}

const linkIn = ({ to, text }: ReceivedMail): [to: string, link: string] => [
  to[0] ?? "",
  /\/set-password\/[\w-]+/.exec(text)?.[0] ?? "",
];

const { address, given } = await open();
process.on("message", () => process.send?.(given()));
process.on("disconnect", () => process.exit());
process.send?.(address);
