// Prisma's client on the pool's connections: for plain reads, where a millisecond more is worth its types. What runs on
// every request, or inside a change, is SQL. Private to lib/db.
import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { pool } from "./client";
import { PrismaClient } from "./generated/client";

const clients = new WeakMap<pg.Pool, PrismaClient>();

export function prisma(): PrismaClient {
  const connections = pool();
  const known = clients.get(connections);
  if (known) return known;
  const opened = new PrismaClient({ adapter: new PrismaPg(connections) });
  clients.set(connections, opened);
  return opened;
}
