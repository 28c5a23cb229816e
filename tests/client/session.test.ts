import { afterEach, describe, expect, test, vi } from "vitest";
import { load, send } from "@/lib/client/send";
import { keepSession, type Need } from "@/lib/client/session";
import { problem } from "@/lib/http/problem";

const reference: string = "FR-3-001";

let stop = () => {};
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

/** A register that knows the account only after signing in again. */
function endedSession(again: boolean) {
  const asked = vi.fn(async () => {
    signedIn = again;
    return again;
  });
  let signedIn = false;
  const fetched = vi.fn<typeof fetch>(async () =>
    signedIn
      ? Response.json({ title: "New" }, { headers: { etag: '"4"' } })
      : problem({ code: "not-signed-in" }),
  );
  vi.stubGlobal("fetch", fetched);
  stop = keepSession("an-account", asked);
  return { asked, fetched };
}

const change = () => send("PATCH", `/pledges/${reference}`, { title: "New" }, { version: 3, key: "k" });

test("after signing in again, a change that met an ended session is sent again with its key and account", async () => {
  const { asked, fetched } = endedSession(true);
  expect(await change()).toEqual({ ok: true, value: { title: "New" }, version: 4 });
  expect(asked).toHaveBeenCalledOnce();
  const [first, second] = fetched.mock.calls.map(([path, init]) => [
    path,
    init?.method,
    init?.body,
    init?.headers,
  ]);
  expect(second).toEqual(first);
  expect(first?.[3]).toMatchObject({
    "If-Match": '"3"',
    "Idempotency-Key": "k",
    "Expected-Account": "an-account",
  });
});

test("if the person doesn't sign in again the change is refused, and not sent twice", async () => {
  const { fetched } = endedSession(false);
  expect(await change()).toMatchObject({ ok: false, failure: { refusal: { code: "not-signed-in" } } });
  expect(fetched).toHaveBeenCalledOnce();
});

test("several changes at once ask once, and all are sent", async () => {
  const { asked, fetched } = endedSession(true);
  const sent = await Promise.all([change(), change(), change()]);
  expect(sent.every(({ ok }) => ok)).toBe(true);
  expect(asked).toHaveBeenCalledOnce();
  expect(fetched).toHaveBeenCalledTimes(6);
});

test("reading in the background doesn't ask for signing in", async () => {
  const { asked } = endedSession(true);
  expect(await load("/pledges")).toMatchObject({ ok: false });
  expect(asked).not.toHaveBeenCalled();
});

test("a page without an account asks for no signing in, and names no account", async () => {
  const { asked, fetched } = endedSession(true);
  stop();
  expect(await change()).toMatchObject({ ok: false });
  expect(asked).not.toHaveBeenCalled();
  expect(fetched.mock.calls[0]?.[1]?.headers).not.toHaveProperty("Expected-Account");
});

describe("a change that needs a fresh proof", () => {
  /** A register whose answers to the change are these, in order. */
  function answers(...given: Response[]) {
    const asked = vi.fn<(need: Need) => Promise<boolean>>(async () => true);
    const fetched = vi.fn<typeof fetch>(async () => given.shift() ?? Response.json({ title: "New" }));
    vi.stubGlobal("fetch", fetched);
    stop = keepSession("an-account", asked);
    return { asked, fetched };
  }

  test("is sent once more, unchanged, after the person has proved who they are", async () => {
    const { asked, fetched } = answers(problem({ code: "proof-needed" }));
    expect(await change()).toMatchObject({ ok: true });
    expect(asked.mock.calls).toEqual([["proof"]]);
    const [first, second] = fetched.mock.calls.map(([, init]) => [init?.body, init?.headers]);
    expect(second).toEqual(first);
  });

  test("asks for signing in as well if the session has ended, and for each only once", async () => {
    const { asked } = answers(
      problem({ code: "proof-needed" }),
      problem({ code: "not-signed-in" }),
      problem({ code: "proof-needed" }),
    );
    expect(await change()).toMatchObject({ ok: false, failure: { refusal: { code: "proof-needed" } } });
    expect(asked.mock.calls).toEqual([["proof"], ["session"]]);
  });

  test("sends the proof itself without asking for anything", async () => {
    const { asked } = answers(problem({ code: "not-signed-in" }));
    expect(await send("POST", "/me/proof", { password: "x" }, { asIs: true })).toMatchObject({ ok: false });
    expect(asked).not.toHaveBeenCalled();
  });
});
