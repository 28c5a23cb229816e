import { ready } from "@/lib/http/health/ready";
import { tryStorage } from "@/lib/pledges/files/try-storage";
import { loadLogHealth } from "@/lib/trust/checkpoints/queries";

export const dynamic = "force-dynamic";

export const GET = () => ready({ loadLogHealth, tryStorage });
