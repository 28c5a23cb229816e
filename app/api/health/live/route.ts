import { alive } from "@/lib/http/health/ready";

export const dynamic = "force-dynamic";

export const GET = alive;
