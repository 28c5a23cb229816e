// A person signs in at the identity provider, through HAProxy, to any web server.
import { PlainError } from "@/scripts/base/plain-error.mjs";
import { bodyOf, send, type ServerAddress } from "../../long/clients/request";
import type { Drill } from "./drill";

/** They have an account here, and another at the provider with the same address. */
export const SOMEBODY = { name: "Somebody There", email: "somebody@ministry.example" };
/** From the register to the provider and back. */
const MOST_STEPS = 12;

export const SIGN_IN: Drill = {
  name: "somebody signs in with their organisation",
  kills: false,
  run: async ({ address }) => {
    const cookie = await signedIn(address);
    const me = await send(address, { method: "GET", path: "/api/v1/me", cookie });
    if (me.status !== 200 || bodyOf(me).email !== SOMEBODY.email)
      throw new PlainError(`signed in, and yet: ${me.status === null ? me.why : `${me.status} ${me.text}`}`);
  },
};

interface Step {
  status: number;
  location: string;
  text: string;
}

/** The cookies of the register. */
async function signedIn(address: ServerAddress): Promise<string> {
  const home = `https://localhost:${address.port}`;
  const jars = new Map<string, Map<string, string>>();
  const step = async (url: URL, form?: string): Promise<Step> => {
    const jar = jars.get(url.origin) ?? new Map<string, string>();
    jars.set(url.origin, jar);
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const { set, ...answer } =
      url.origin === home ? await here(address, url, cookie) : await there(url, cookie, form);
    for (const one of set) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  let at = new URL("/api/auth/single-sign-on", home);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const asks = at.pathname.startsWith("/who/");
    const { status, location, text } = await step(at, asks ? "name=somebody" : undefined);
    if (location === "") throw new PlainError(`${at.pathname}: ${status} ${text.slice(0, 200)}`);
    const came = at.pathname;
    at = new URL(location, at);
    if (came.startsWith("/api/auth/callback")) break;
  }
  return [...(jars.get(home) ?? [])].map((pair) => pair.join("=")).join("; ");
}

async function here(address: ServerAddress, url: URL, cookie: string): Promise<Step & { set: string[] }> {
  const answer = await send(address, { method: "GET", path: `${url.pathname}${url.search}`, cookie });
  if (answer.status === null) throw new PlainError(`${url.pathname}: ${answer.why}`);
  const { status, headers, text } = answer;
  return { status, location: headers.location ?? "", text, set: headers["set-cookie"] ?? [] };
}

async function there(url: URL, cookie: string, form?: string): Promise<Step & { set: string[] }> {
  const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
  const response = await fetch(url, {
    headers,
    redirect: "manual",
    ...(form === undefined ? {} : { method: "POST", body: form }),
  });
  return {
    status: response.status,
    location: response.headers.get("location") ?? "",
    text: await response.text(),
    set: response.headers.getSetCookie(),
  };
}
