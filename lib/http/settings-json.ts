import type { Register } from "@/lib/domain/people/person";

export const settingsJson = (register: Register) => ({
  version: register.version,
  demonstration: register.demonstration,
  timeZone: register.timeZone,
  marking: register.marking === "" ? null : register.marking,
  staleDays: register.staleDays,
  secondFactorFor: register.secondFactorFor,
});
