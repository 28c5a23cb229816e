export function SignOut({ label }: { label: string }) {
  return (
    <form method="post" action="/api/auth/signout">
      <button className="linkish">{label}</button>
    </form>
  );
}
