import { defineConfig } from "prisma/config";

// Reading the schema needs no database; only Prisma's own migrate commands look at the address.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_OWNER_URL"] ?? process.env["DATABASE_URL"] ?? "" },
});
