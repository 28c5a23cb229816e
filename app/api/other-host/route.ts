// `request-fixes.ts` routes requests here that name a host other than this register's own.
const answer = (): Response =>
  new Response("This register does not answer to that name. NEXTAUTH_URL says which is its own.\n", {
    status: 421,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
