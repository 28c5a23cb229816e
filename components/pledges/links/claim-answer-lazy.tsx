"use client";
// Loads where a claim waits.
import dynamic from "next/dynamic";

export const LazyClaimAnswer = dynamic(() => import("./claim-answer").then(({ ClaimAnswer }) => ClaimAnswer));
