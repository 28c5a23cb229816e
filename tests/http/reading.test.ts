import { expect, test } from "vitest";
import { LARGEST_BODY, readBody } from "@/lib/http/body";
import { idempotencyKey, versionGiven, versionRequired } from "@/lib/http/preconditions";
import { refusalOf } from "@/lib/http/failure";

const JSON_TYPE = "application/json";
const sent = (body: BodyInit | null, type: string | null = JSON_TYPE): Request =>
  new Request("http://localhost/api/v1/pledges", {
    method: "POST",
    body,
    headers: type === null ? {} : { "content-type": type },
  });

async function refusalFor(request: Request): Promise<string | null> {
  const read = await readBody(request, false);
  return read.ok ? null : read.refusal.code;
}

test.each([JSON_TYPE, "application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"'])(
  "%s is read",
  async (type) => {
    expect(await refusalFor(sent("{}", type))).toBeNull();
  },
);

test.each([
  "text/plain",
  "application/json; charset=latin1",
  "application/json-patch+json",
  "multipart/form-data; boundary=x",
  "json",
])("%s is refused", async (type) => {
  expect(await refusalFor(sent("{}", type))).toBe("wrong-content-type");
});

test.each(["", "{", "{'a':1}", "undefined", "NaN", '{"a":1} x'])("%j is no JSON", async (body) => {
  expect(await refusalFor(sent(body))).toBe("bad-json");
});

test("bytes that are no UTF-8 are no JSON", async () => {
  expect(await refusalFor(sent(Uint8Array.from([0x22, 0xff, 0x22])))).toBe("bad-json");
});

test("a body is read up to its largest size and no further", async () => {
  expect(await refusalFor(sent(`"${"x".repeat(LARGEST_BODY - 2)}"`))).toBeNull();
  expect(await refusalFor(sent(`"${"x".repeat(LARGEST_BODY - 1)}"`))).toBe("too-large");
});

test("a body without end is dropped, not collected", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(stream) {
      pulled += 1;
      stream.enqueue(new Uint8Array(100_000));
    },
  });
  const request = new Request("http://localhost/x", {
    method: "POST",
    body: endless,
    duplex: "half",
    headers: { "content-type": JSON_TYPE },
  } as RequestInit);
  expect(await refusalFor(request)).toBe("too-large");
  expect(pulled).toBeLessThan(15);
});

test("a missing body counts as an empty object only where that is allowed", async () => {
  expect(await readBody(sent(null, null), true)).toMatchObject({ ok: true, value: { value: {} } });
  expect(await refusalFor(sent(null, null))).toBe("wrong-content-type");
});

test("a body that was cut off is not taken for a missing one", async () => {
  for (const [body, announced] of [
    [null, "19"],
    ["{}", "19"],
    ["{}", "1"],
  ] as const) {
    const request = sent(body);
    request.headers.set("content-length", announced);
    expect(await readBody(request, true)).toMatchObject({ ok: false, refusal: { code: "bad-json" } });
  }
  const whole = sent("{}");
  whole.headers.set("content-length", "2");
  expect(await readBody(whole, true)).toMatchObject({ ok: true });
});

test("the same body on another path has another digest", async () => {
  const digest = async (path: string) => {
    const read = await readBody(
      new Request(`http://localhost${path}`, {
        method: "POST",
        body: "{}",
        headers: { "content-type": JSON_TYPE },
      }),
      false,
    );
    return read.ok ? read.value.sha256 : "";
  };
  expect(await digest("/a")).not.toBe(await digest("/b"));
  expect(await digest("/a")).toBe(await digest("/a"));
});

const withHeader = (name: string, value: string): Request =>
  new Request("http://localhost/", { headers: { [name]: value } });

test.each([
  ['"3"', 3],
  ['W/"12"', 12],
  [' "1" ', 1],
])("If-Match %s is a version", (header, version) => {
  expect(versionRequired(withHeader("if-match", header))).toEqual({ ok: true, value: version });
});

test.each(["3", "*", '"0"', '"-1"', '"x"', '"1", "2"', '"99999999999999999999"', '""'])(
  "If-Match %s is refused",
  (header) => {
    expect(versionGiven(withHeader("if-match", header))).toMatchObject({
      refusal: { code: "invalid", errors: [{ path: "If-Match" }] },
    });
  },
);

test("a change of a record without a version is refused", () => {
  expect(versionRequired(new Request("http://localhost/"))).toMatchObject({
    refusal: { code: "if-match-missing" },
  });
  expect(versionGiven(new Request("http://localhost/"))).toEqual({ ok: true, value: null });
});

test("a key is printable and short", () => {
  expect(idempotencyKey(withHeader("idempotency-key", "a".repeat(200)))).toMatchObject({ ok: true });
  for (const key of ["", "a".repeat(201), "é", "a\tb"]) {
    expect(idempotencyKey(withHeader("idempotency-key", key))).toMatchObject({
      refusal: { code: "invalid" },
    });
  }
});

test.each([
  [{ code: "ECONNREFUSED" }, "database-away"],
  [{ code: "57P01" }, "database-away"],
  [{ name: "AggregateError", errors: [{ code: "ECONNREFUSED" }] }, "database-away"],
  [new Error("timeout exceeded when trying to connect"), "busy"],
  [{ code: "53300" }, "busy"],
  [{ code: "P2024" }, "busy"],
  [{ code: "53100" }, "storage-full"],
  [{ meta: { driverAdapterError: { cause: { originalCode: "53100" } } } }, "storage-full"],
  [{ code: "ENOSPC" }, "storage-full"],
  [{ cause: { code: "EDQUOT" } }, "storage-full"],
  [new Error("Connection terminated unexpectedly"), "database-away"],
  [new Error("timeout expired"), "database-away"],
  [new Error("Query read timeout"), "database-away"],
  [{ meta: { driverAdapterError: { cause: { originalCode: "57P03" } } } }, "database-away"],
  [{ code: "55P03" }, "busy"],
  [{ code: "57014" }, "busy"],
  [{ code: "40001" }, "busy"],
  [{ code: "23505" }, null],
  [new TypeError("x is not a function"), null],
  ["text", null],
])("the error %j is refused as %s", (error, code) => {
  expect(refusalOf(error)).toBe(code);
});
