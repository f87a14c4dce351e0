/**
 * Where to go after signing in. Only a path of this site is followed; anything a browser could read as another site,
 * or as a script, becomes `/`.
 */
export function safeNext(next: string | null | undefined, origin: string): string {
  if (!next?.startsWith('/')) return '/'
  // Browsers read `\` as `/` and drop tabs and line ends, so `/\evil.example` and `/<tab>/evil.example` leave the site.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
  if (/[\\\u0000-\u001f\u007f]/.test(next)) return '/'
  try {
    const target = new URL(next, origin)
    if (target.origin !== origin) return '/'
    const path = target.pathname + target.search + target.hash
    // Dots can fold into a second slash: `/.//evil.example`.
    return path.startsWith('//') ? '/' : path
  } catch {
    return '/'
  }
}
