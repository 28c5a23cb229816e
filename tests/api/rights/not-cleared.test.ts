// Someone not cleared who sends a sealed number is recorded as refused, although the error is one of a field.
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessNoted } from "@/lib/auth/access-log";
import { pool } from "@/lib/db/client";
import { openStaffedApi, type TestApi } from "../../support/api";
import { contributionBody, pledgeBody } from "../../support/bodies";

let api: TestApi;
beforeAll(async () => void (api = await openStaffedApi()));
afterAll(() => api.close());

test("a sealed number from someone who isn't cleared is a refusal in the access log", async () => {
  const quantity = { kind: "SEALED", min: 5, max: 5, unit: "PERSON", asStated: null };
  const body = { ...pledgeBody, owner: null, contributions: [{ ...contributionBody, quantity }] };
  expect(await api.call("manager", "POST", "/pledges", { body })).toMatchObject({
    status: 422,
    body: { errors: [{ code: "not-cleared" }, { code: "not-cleared" }] },
  });
  await accessNoted();
  const { rows } = await pool().query(
    "SELECT a.code, a.method, a.path FROM audit.access a JOIN person p ON p.id::text = a.person_id WHERE p.role = 'MANAGER'",
  );
  expect(rows).toEqual([{ code: "not-cleared", method: "POST", path: "/api/v1/pledges" }]);
});
