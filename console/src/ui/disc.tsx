/** A person's initials, all in the same quiet grey. Decorative: the name always stands beside it. */
export function Disc({
  givenName,
  familyName,
  large,
}: {
  givenName: string
  familyName: string
  large?: boolean
}) {
  const letters = [givenName, familyName].map((name) => Array.from(name.trim())[0] ?? '').join('')
  return (
    <span className={large ? 'disc large' : 'disc'} aria-hidden="true">
      {letters.toUpperCase()}
    </span>
  )
}
