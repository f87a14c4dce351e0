import type { SyntheticEvent } from 'react'

/**
 * A mail as its reader sees it, in a frame that runs no scripts, sends no forms and opens no links. The frame lives
 * under this page's content policy, which refuses styles written into HTML, so they are set again from outside.
 */
export function LetterFrame({ html, title }: { html: string; title: string }) {
  return <iframe title={title} srcDoc={html} sandbox="allow-same-origin" onLoad={dress} />
}

function dress({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) {
  const letter = currentTarget.contentDocument
  const view = currentTarget.contentWindow as (Window & typeof globalThis) | null
  if (!letter || !view) return
  for (const element of letter.querySelectorAll<HTMLElement>('[style]')) {
    element.style.cssText = element.getAttribute('style') ?? ''
  }
  letter.adoptedStyleSheets = Array.from(letter.querySelectorAll('style'), (style) => {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(style.textContent ?? '')
    return sheet
  })
  currentTarget.style.height = `${letter.documentElement.scrollHeight + 2}px`
}
