export function SignOut({ label, className }: { label: string; className: string }) {
  return (
    <form method="post" action="/api/auth/signout">
      <button className={className}>{label}</button>
    </form>
  );
}
